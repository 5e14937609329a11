"use client";

import { Component, type ReactNode } from "react";

/** One output that cannot be shown says so, and the others stand. */
export class OutputBoundary extends Component<{ children: ReactNode }, { message: string | undefined }> {
  override state: { message: string | undefined } = { message: undefined };

  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }

  override render() {
    if (this.state.message === undefined) return this.props.children;
    return (
      <p className="px-4 py-3 font-sans text-note text-explode">
        This output could not be shown: {this.state.message}
      </p>
    );
  }
}
