"use client";

import { Component, type ReactNode } from "react";

type Props = { fallback: ReactNode; children: ReactNode };

/** A part of the page that could not be fetched: what was there stays, what was typed is kept, and a reload is offered. */
export class ChunkBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <>
        {this.props.fallback}
        <p className="border-t border-rule px-4 py-2 font-sans text-note text-soft" role="alert">
          A part of this page could not be fetched. What you typed is kept.{" "}
          <button type="button" className="button" onClick={() => location.reload()}>
            Reload the page
          </button>
        </p>
      </>
    );
  }
}
