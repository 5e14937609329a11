import { describe, expect, it } from "vitest";
import { OUTPUTS, TEXT_LENGTH } from "../../limits";
import { createWriter } from "./writer";

function desk() {
  const sent: { type: string; runId: number; outputs?: unknown[] }[] = [];
  const clock = { now: 0 };
  const later: (() => void)[] = [];
  const writer = createWriter({
    listen: () => {},
    listenUncaught: () => {},
    send: (message) => sent.push(structuredClone(message) as (typeof sent)[number]),
    now: () => clock.now,
    later: (work) => later.push(work),
    cancel: () => {},
  });
  writer.begin(1, false);
  return { writer, sent, clock, later };
}

describe("a writer", () => {
  it("merges prints that follow each other, and sends them at the next pause", () => {
    const { writer, sent, later } = desk();
    writer.stream("stdout", "a\n");
    writer.stream("stdout", "b\n");
    writer.stream("stderr", "c\n");
    expect(sent).toEqual([]);
    later[0]?.();
    expect(sent).toEqual([
      {
        type: "outputs",
        runId: 1,
        outputs: [
          { output_type: "stream", name: "stdout", text: "a\nb\n" },
          { output_type: "stream", name: "stderr", text: "c\n" },
        ],
      },
    ]);
  });

  it("is heard in the middle of a loop that never yields", () => {
    const { writer, sent, clock } = desk();
    clock.now = 50;
    writer.stream("stdout", "a");
    expect(sent).toHaveLength(1);
  });

  it("throws at a limit, each time, and calls the host when it is not heeded", () => {
    const { writer, sent } = desk();
    const over = () => writer.stream("stdout", "x".repeat(TEXT_LENGTH + 1));
    expect(over).toThrow("printed more than 1,048,576 characters");
    for (let i = 0; i < 1000; i++) expect(over).toThrow();
    expect(sent.filter(({ type }) => type === "overrun")).toHaveLength(1);
    writer.begin(2, false);
    expect(() => writer.stream("stdout", "fine")).not.toThrow();
  });

  it("counts outputs, and says nothing in a replay but counts there too", () => {
    const { writer, sent } = desk();
    writer.begin(2, true);
    for (let i = 0; i < OUTPUTS; i++) writer.rich({ "text/plain": "x" });
    writer.stream("stdout", "x");
    writer.error("Error", "no", []);
    writer.flush();
    expect(sent).toEqual([]);
  });

  it("sends plain data whatever a hook returns: getters read, functions gone, classes flat", () => {
    const { writer, sent } = desk();
    class Odd {
      x = 1;
    }
    writer.rich({
      get "text/plain"() {
        return "read";
      },
      odd: new Odd(),
      call() {},
    });
    writer.flush();
    expect(sent[0]?.outputs).toEqual([
      { output_type: "display_data", data: { "text/plain": "read", odd: { x: 1 } }, metadata: {} },
    ]);
  });

  it.each([5, null, undefined, "text", () => {}, { "text/html": "<b>" }, { "text/plain": 1 }])(
    "refuses %s as a bundle",
    (bundle) => {
      expect(() => desk().writer.rich(bundle)).toThrow('returns { "text/plain": string, … }');
    },
  );

  it("makes text of what is none", () => {
    const { writer, sent } = desk();
    writer.stream("stdout", { toString: () => "as text" } as unknown as string);
    writer.flush();
    expect(sent[0]?.outputs).toEqual([{ output_type: "stream", name: "stdout", text: "as text" }]);
  });
});
