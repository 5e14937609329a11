/** The picture that stands for a page where it is shared: the mark, large, and the page's title. Inline styles only: its renderer knows no others. */

const PAPER = "#fbfaf7";
const INK = "#1d1c1a";
const SOFT = "#625e57";
const SIGNAL = ["#2b69b1", "#2b69b1", "#4b7a8c", "#2c7a4b", "#7d7240", "#c23a17", "#c23a17"];

type Props = { kicker: string; title: string; question: string };

export function ShareImage({ kicker, title, question }: Props) {
  const titleSize = title.length > 60 ? 58 : 68;
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        background: PAPER,
        color: INK,
        fontFamily: "Instrument Sans",
      }}
    >
      <svg
        aria-hidden="true"
        width="1200"
        height="630"
        viewBox="0 0 1200 630"
        style={{ position: "absolute", left: 0, top: 0 }}
      >
        {SIGNAL.map((colour, at) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: seven lines in their places.
            key={at}
            d={`M860 ${75 + at * 80} L1100 315`}
            stroke={colour}
            strokeWidth="9"
            strokeLinecap="round"
            fill="none"
          />
        ))}
        <circle cx="1100" cy="315" r="30" fill={INK} />
      </svg>
      <div style={{ display: "flex", flexDirection: "column", padding: "64px 0 60px 72px", width: 830 }}>
        <div style={{ fontSize: 27, color: SOFT }}>{kicker}</div>
        <div
          style={{
            fontSize: titleSize,
            fontWeight: 600,
            lineHeight: 1.1,
            letterSpacing: -1.6,
            marginTop: 22,
          }}
        >
          {title}
        </div>
        <div style={{ fontSize: 29, lineHeight: 1.35, color: SOFT, marginTop: 26, maxWidth: 700 }}>
          {question}
        </div>
        <div style={{ fontSize: 30, fontWeight: 600, marginTop: "auto" }}>Fan-in</div>
      </div>
    </div>
  );
}
