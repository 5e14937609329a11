/** A CSP source for one inline script, `'sha256-…'`. */
export type ScriptHash = `'sha256-${string}'`;

/** What scripts/csp found in the build; stored as `.next/csp.json`. */
export interface SiteScripts {
  /** Inline scripts of each prerendered page, by its path. */
  routes: Record<string, ScriptHash[]>;
  /** Inline scripts of what is sent with 404. */
  notFound: ScriptHash[];
  /** Inline scripts of what is sent with 500. */
  error: ScriptHash[];
  /** Inline scripts of each kernel frame, by its path. */
  kernels: Record<string, ScriptHash[]>;
}

/** What decides the headers of one response. */
export interface ResponseFacts {
  pathname: string;
  status: number;
  secure: boolean;
}

/** Header names and values; `undefined` takes a header away. */
export type Headers = Record<string, string | undefined>;

/** The headers that this site adds to a response: a pure function, so that a test can ask it anything. */
export type HeaderPolicy = (facts: ResponseFacts) => Headers;

const forever = "public, max-age=31536000, immutable";

/** What build-kernel writes beside the frame: a page fetches it as data. */
const kernelScript = /\/kernel\/\w+\.\w+\.js$/;

// Next lets shared caches keep a page for a year; but the page names a kernel and chunks that the next build replaces.
const askEachTime = "public, max-age=0, must-revalidate";

/** The policy of a production build. A path that the build does not know gets no inline script at all. */
export function toHeaderPolicy(site: SiteScripts): HeaderPolicy {
  return ({ pathname, status, secure }) => {
    const path = toKnownPath(pathname);
    const kernel = own(site.kernels, path);
    if (kernel !== undefined && status < 400) {
      return {
        ...commonHeaders(secure),
        "Content-Security-Policy": kernelPolicy(kernel),
        "Cache-Control": forever,
      };
    }
    const headers = commonHeaders(secure);
    if (status < 400 && path.includes("/_next/static/")) return toAssetHeaders(headers);
    if (status < 400 && kernelScript.test(path))
      return { ...toAssetHeaders(headers), "Cache-Control": forever };
    if (status === 404) return { ...headers, "Content-Security-Policy": pagePolicy(site.notFound) };
    if (status >= 500) return { ...headers, "Content-Security-Policy": pagePolicy(site.error) };
    const page = own(site.routes, path);
    if (page === undefined) return { ...headers, "Content-Security-Policy": pagePolicy([]) };
    return { ...headers, "Content-Security-Policy": pagePolicy(page), "Cache-Control": askEachTime };
  };
}

/**
 * Of a script, a style or a font: opened by itself it may do nothing. What only a document can use is left out, since a page fetches a score of
 * them and each would carry a kilobyte of policy.
 */
function toAssetHeaders(all: Headers): Headers {
  const { "Permissions-Policy": _features, "Cross-Origin-Opener-Policy": _opener, ...headers } = all;
  return { ...headers, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" };
}

/** Headers that every response carries, whatever it is. */
export function commonHeaders(secure: boolean): Headers {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin", // not no-referrer: that can turn Origin into null, the only evidence on plain http
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": closedPermissions,
    "Strict-Transport-Security": secure ? "max-age=31536000" : undefined,
    "X-Powered-By": undefined,
  };
}

/** The policy of a page: no script runs inline without its hash, and nothing is fetched from elsewhere. */
export function pagePolicy(hashes: readonly ScriptHash[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy of a kernel frame: opaque even when opened by itself, no network, eval allowed. */
export function kernelPolicy(hashes: readonly ScriptHash[]): string {
  return [
    "sandbox allow-scripts",
    "default-src 'none'",
    ["script-src", ...hashes, "'unsafe-eval'", "blob:"].join(" "),
    "worker-src blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

/** Everything that a page could ask the browser for is refused, but copying and full screen for ourselves. */
const closedPermissions = [
  "accelerometer=()",
  "autoplay=()",
  "browsing-topics=()",
  "camera=()",
  "clipboard-read=()",
  "clipboard-write=(self)",
  "display-capture=()",
  "encrypted-media=()",
  "fullscreen=(self)",
  "gamepad=()",
  "geolocation=()",
  "gyroscope=()",
  "hid=()",
  "idle-detection=()",
  "local-fonts=()",
  "magnetometer=()",
  "microphone=()",
  "midi=()",
  "payment=()",
  "picture-in-picture=()",
  "publickey-credentials-get=()",
  "screen-wake-lock=()",
  "serial=()",
  "usb=()",
  "xr-spatial-tracking=()",
].join(", ");

// A path may arrive percent-encoded; Next serves both spellings, so both must find the page's hashes.
function toKnownPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname; // malformed: no page has this path, so it gets the strictest policy
  }
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
