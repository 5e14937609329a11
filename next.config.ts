import type { NextConfig } from "next";

/** A path prefix ("/fan-in") for pages that stand as plain files below it; empty for our own server. */
const basePath = process.env.FANIN_BASE_PATH ?? "";

/** FANIN_EXPORT=1 writes plain files to `out/`: no page needs our server. */
const exported = process.env.FANIN_EXPORT === "1";

const config: NextConfig = {
  agentRules: false,
  // `npm run dev` listens there, and Next lets only "localhost" at its development channel by default.
  allowedDevOrigins: ["127.0.0.1"],
  ...(basePath && { basePath }),
  ...(exported && { output: "export" as const, trailingSlash: true }),
  images: { unoptimized: true },
  poweredByHeader: false,
  // Our own server does it, with Brotli (scripts/serve/compress.ts).
  compress: false,
  // MDX is compiled and evaluated on the server only; esbuild cannot be bundled.
  serverExternalPackages: ["mdx-bundler", "esbuild"],
  // `npm run check` type-checks the whole tree, tests included; the build does not do it twice.
  typescript: { ignoreBuildErrors: true },
  // A slow machine that compiles a long lesson is not an error.
  staticPageGenerationTimeout: 300,
  turbopack: { root: import.meta.dirname },
};

export default config;
