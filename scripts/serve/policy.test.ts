import { describe, expect, it } from "vitest";
import { kernelPolicy, pagePolicy, type SiteScripts, toHeaderPolicy } from "./policy";

const site: SiteScripts = {
  routes: { "/": ["'sha256-home'"], "/lessons/04-pytorch-default": ["'sha256-lesson'"] },
  notFound: ["'sha256-lost'"],
  error: ["'sha256-broken'"],
  kernels: { "/kernel/kernel.abc.html": ["'sha256-kernel'"] },
};
const policy = toHeaderPolicy(site);
const headers = (pathname: string, status = 200, secure = false) => policy({ pathname, status, secure });
const csp = (pathname: string, status = 200) => headers(pathname, status)["Content-Security-Policy"] ?? "";
const scriptSrc = (pathname: string, status = 200) => /script-src ([^;]*)/.exec(csp(pathname, status))?.[1];

describe("what is not a page", () => {
  it("gets a short policy under which it can do nothing by itself", () => {
    const asset = headers("/_next/static/chunks/a.js");
    expect(asset["Content-Security-Policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(asset["X-Content-Type-Options"]).toBe("nosniff");
    expect(asset["Permissions-Policy"]).toBeUndefined();
  });

  it("gets the page of its error when it is not there", () => {
    expect(scriptSrc("/_next/static/chunks/gone.js", 404)).toContain("'sha256-lost'");
  });
});

describe("the policy of a page", () => {
  it("is word for word the one of the security plan", () => {
    expect(pagePolicy(["'sha256-a'", "'sha256-b'"])).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-a' 'sha256-b'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });

  it("holds the hashes of this page and of no other", () => {
    expect(scriptSrc("/")).toBe("'self' 'wasm-unsafe-eval' 'sha256-home'");
    expect(scriptSrc("/lessons/04-pytorch-default")).toBe("'self' 'wasm-unsafe-eval' 'sha256-lesson'");
  });

  it("is found for a percent-encoded spelling of the path, and survives a malformed one", () => {
    expect(scriptSrc("/lessons/04%2Dpytorch-default")).toContain("'sha256-lesson'");
    expect(scriptSrc("/%zz")).toBe("'self' 'wasm-unsafe-eval'");
  });

  it("allows no inline script on a path that the build does not know, inherited names included", () => {
    for (const path of ["/nowhere", "/constructor", "constructor", "__proto__", "toString"]) {
      expect(scriptSrc(path)).toBe("'self' 'wasm-unsafe-eval'");
    }
  });

  it("follows what is really sent: not found and errors have hashes of their own", () => {
    expect(scriptSrc("/nowhere", 404)).toContain("'sha256-lost'");
    expect(scriptSrc("/", 404)).not.toContain("'sha256-home'");
    expect(scriptSrc("/", 500)).toBe("'self' 'wasm-unsafe-eval' 'sha256-broken'");
  });

  it.each([200, 304, 400, 404, 405, 413, 500])(
    "never allows unsafe-inline or unsafe-eval for scripts (%i)",
    (status) => {
      for (const path of ["/", "/nowhere", "/lessons/04-pytorch-default", "/kernel/other.html", ""]) {
        expect(scriptSrc(path, status)).not.toMatch(/'unsafe-(inline|eval)'/);
      }
    },
  );

  it("lets no cache keep a page without asking: it names files that the next build replaces", () => {
    expect(headers("/")["Cache-Control"]).toBe("public, max-age=0, must-revalidate");
    expect(headers("/nowhere", 404)).not.toHaveProperty("Cache-Control");
  });
});

describe("the policy of a kernel frame", () => {
  it("is word for word the one of the security plan", () => {
    expect(kernelPolicy(["'sha256-a'"])).toBe(
      "sandbox allow-scripts; default-src 'none'; script-src 'sha256-a' 'unsafe-eval' blob:; worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
    );
  });

  it("is sent, immutable, for a kernel that the build made", () => {
    expect(csp("/kernel/kernel.abc.html")).toBe(kernelPolicy(["'sha256-kernel'"]));
    expect(headers("/kernel/kernel.abc.html")["Cache-Control"]).toBe("public, max-age=31536000, immutable");
    expect(csp("/kernel/kernel.abc.html", 304)).toBe(kernelPolicy(["'sha256-kernel'"]));
  });

  it("is not sent for any other file there, nor is a missing kernel kept for a year", () => {
    expect(csp("/kernel/kernel.evil.html")).toBe(pagePolicy([]));
    expect(headers("/kernel/kernel.abc.html", 404)).not.toHaveProperty("Cache-Control");
    expect(csp("/kernel/kernel.abc.html", 404)).toContain("frame-ancestors 'none'");
  });
});

describe("a kernel's script", () => {
  it("is kept forever, and may do nothing when it is opened by itself", () => {
    expect(headers("/kernel/kernel.abc.js")).toMatchObject({
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
      "Cache-Control": "public, max-age=31536000, immutable",
    });
    expect(headers("/kernel/kernel.abc.js", 404)).not.toHaveProperty("Cache-Control");
  });
});

describe("the other headers", () => {
  it("stand on every response", () => {
    for (const [path, status] of [
      ["/", 200],
      ["/nowhere", 404],
      ["", 400],
      ["/", 500],
      ["/kernel/kernel.abc.html", 200],
    ] as const) {
      expect(headers(path, status)).toMatchObject({
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": expect.stringContaining("camera=()"),
      });
    }
  });

  it("pin TLS only where there is TLS", () => {
    expect(headers("/")["Strict-Transport-Security"]).toBeUndefined();
    expect(headers("/", 200, true)["Strict-Transport-Security"]).toBe("max-age=31536000");
  });
});
