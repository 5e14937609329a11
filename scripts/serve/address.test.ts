import { describe, expect, it } from "vitest";
import { maybeListenProblem, toAddress, toUrl } from "./address";
import { toTrustedHops } from "./proxy";

describe("toAddress", () => {
  it("is loopback, port 3000, unless told otherwise", () => {
    expect(toAddress({})).toEqual({ host: "127.0.0.1", port: 3000 });
    expect(toAddress({ PORT: "", HOST: "" })).toEqual({ host: "127.0.0.1", port: 3000 });
    expect(toAddress({ PORT: "8080", HOST: "0.0.0.0" })).toEqual({ host: "0.0.0.0", port: 8080 });
    expect(toAddress({ PORT: "0" }).port).toBe(0);
    expect(toAddress({ PORT: "65535" }).port).toBe(65535);
  });

  it.each(["abc", "-1", "65536", "3000.5", "1e3", " 3000", "0x10", "99999999"])(
    "refuses PORT=%s by name, rule and value",
    (value) => {
      expect(() => toAddress({ PORT: value })).toThrow(
        `PORT: a whole number from 0 to 65535 is needed, got ${JSON.stringify(value)}. For example: PORT=3001 npm start`,
      );
    },
  );

  it.each(["http://x", "a b", "[::1]", "127.0.0.1/"])("refuses HOST=%s", (value) => {
    expect(() => toAddress({ HOST: value })).toThrow(/^HOST: .*, got /);
  });
});

describe("toUrl", () => {
  it("is an address that a browser on this machine can open", () => {
    expect(toUrl({ host: "127.0.0.1", port: 3000 })).toBe("http://127.0.0.1:3000");
    expect(toUrl({ host: "0.0.0.0", port: 3000 })).toBe("http://127.0.0.1:3000");
    expect(toUrl({ host: "::", port: 3000 })).toBe("http://[::1]:3000");
    expect(toUrl({ host: "localhost", port: 80 })).toBe("http://localhost:80");
  });
});

describe("maybeListenProblem", () => {
  const failure = (code: string) => Object.assign(new Error("listen"), { code });

  it("names the taken port and another one to use", () => {
    expect(maybeListenProblem(failure("EADDRINUSE"), { host: "127.0.0.1", port: 3000 })).toBe(
      "Fan-in: port 3000 is taken on 127.0.0.1. Use another one: PORT=3001 npm start",
    );
    expect(maybeListenProblem(failure("EADDRINUSE"), { host: "127.0.0.1", port: 3001 })).toContain(
      "PORT=3002 npm start",
    );
  });

  it("says nothing about other errors", () => {
    expect(maybeListenProblem(new Error("disk on fire"), { host: "127.0.0.1", port: 3000 })).toBeUndefined();
  });
});

describe("toTrustedHops", () => {
  it("trusts no proxy unless told how many there are", () => {
    expect(toTrustedHops({})).toBe(0);
    expect(toTrustedHops({ TRUST_PROXY: "2" })).toBe(2);
    expect(() => toTrustedHops({ TRUST_PROXY: "true" })).toThrow(
      'TRUST_PROXY: the number of proxies in front of the site, 0 to 9, is needed, got "true"',
    );
  });
});
