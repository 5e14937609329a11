"use client";

import { Component, type ReactNode } from "react";

type Props = { id: string; children: ReactNode };
type State = { error: Error | undefined };

/** One bad output never takes the page: the cell says what happened and can be shown anew. */
export class CellBoundary extends Component<Props, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <section
        aria-label={`Cell ${this.props.id}`}
        data-cell={this.props.id}
        data-state="failed"
        className="my-6 rounded-card border border-explode bg-raised p-4 font-sans text-ui"
      >
        <p>This cell could not be shown: {error.message}. What you typed is kept.</p>
        <button type="button" className="button mt-3" onClick={() => this.setState({ error: undefined })}>
          Show the cell again
        </button>
      </section>
    );
  }
}
