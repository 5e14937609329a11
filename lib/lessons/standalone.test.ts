import { expect, it } from "vitest";
import { roundCoordinates, toStandalone } from "./standalone";

it("gives an SVG its namespace and the light values of the colours it uses", () => {
  const css =
    '@theme { --color-ink: light-dark(#1d1c1a, #e9e6df); --color-he: light-dark(#b5175f, #ff7fb2); --font-sans: "Sans", serif; }';
  expect(toStandalone('<svg fill="var(--color-ink)" font-family="var(--font-sans)"><g/></svg>', css)).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg" fill="var(--color-ink)" font-family="var(--font-sans)"><style>svg{--color-ink:#1d1c1a;--font-sans:'Sans', serif}</style><g/></svg>`,
  );
});

it("rounds coordinates and leaves words alone", () => {
  expect(
    roundCoordinates(
      '<line x1="0.123456" y2="7" aria-label="std 0.123456"/><path d="M1.23456,2L3.00001,4"/>',
    ),
  ).toBe('<line x1="0.12" y2="7" aria-label="std 0.123456"/><path d="M1.23,2L3,4"/>');
});
