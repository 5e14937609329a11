import { commonHeaders, type HeaderPolicy } from "./policy";

/**
 * The policy of `npm run dev`: React Refresh evaluates code and Next writes inline scripts that no build has hashed.
 * Invariant: server.ts does not import this file, so it cannot ship (a test looks into the server's bundle).
 */
export const devPolicy: HeaderPolicy = ({ pathname, secure }) => {
  const headers = commonHeaders(secure);
  if (pathname.startsWith("/kernel/")) {
    const kernel =
      "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; " +
      "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
    return { ...headers, "Content-Security-Policy": kernel, "Cache-Control": "no-store" };
  }
  const page =
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-src 'self'; " +
    "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  return { ...headers, "Content-Security-Policy": page };
};
