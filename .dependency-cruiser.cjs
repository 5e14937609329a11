"use strict";
// DESIGN's borders. `npx depcruise app components lib` shows them; tests/architecture holds them, a test a rule.
const test = "\\.test\\.tsx?$";

/** A rule that says which imports from `from` to `to` are never made. */
function never(name, from, to) {
  return { name, severity: "error", from: { pathNot: test, ...from }, to };
}

/** Inside lib/torch: `folder` may use those in `allowed`, and what lies beside them. */
function torchFolder(folder, allowed) {
  return never(
    `torch/${folder} uses only ${allowed.join(", ") || "what lies beside it"}`,
    { path: `^lib/torch/${folder}/` },
    { path: "^lib/torch/[^/]+/", pathNot: `^lib/torch/(${[folder, ...allowed].join("|")})/` },
  );
}

module.exports = {
  forbidden: [
    never(
      "nothing depends on itself in a circle",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    // These two are installed by hand when the fonts are cut anew, which is rare.
    never(
      "imports lead to files that exist",
      {},
      { couldNotResolve: true, pathNot: "^(subset-font|fontverter)$" },
    ),

    never("lib knows neither app nor components", { path: "^lib/" }, { path: "^(app|components)/" }),
    never("components know no app", { path: "^components/" }, { path: "^app/" }),
    never(
      "the site knows no scripts, tests or benchmarks",
      { path: "^(app|components|lib)/" },
      { path: "^(scripts|tests|bench|server\\.ts)" },
    ),

    never("torch imports nothing outside itself", { path: "^lib/torch/" }, { pathNot: "^lib/torch/" }),
    torchFolder("kernels", []),
    torchFolder("random", ["kernels"]),
    torchFolder("tensor", ["kernels", "random"]),
    torchFolder("autograd", ["tensor", "kernels"]),
    torchFolder("linalg", ["tensor", "kernels"]),
    torchFolder("init", ["autograd", "linalg", "tensor", "random", "kernels"]),
    torchFolder("optim", ["autograd", "tensor", "kernels"]),
    torchFolder("nn", ["init", "autograd", "tensor", "random", "kernels"]),
    never(
      "torch is entered by its door",
      { pathNot: `^lib/torch/|${test}` },
      { path: "^lib/torch/", pathNot: "^lib/torch/index\\.ts$" },
    ),

    never(
      "plots imports nothing else of lib",
      { path: "^lib/plots/" },
      { path: "^lib/", pathNot: "^lib/plots/" },
    ),
    never(
      "plots is entered by its doors",
      { pathNot: `^lib/plots/|${test}` },
      { path: "^lib/plots/", pathNot: "^lib/plots/(index|page|worker|cells|svg)\\.ts$" },
    ),
    never(
      "lab uses only torch and plots",
      { path: "^lib/lab/" },
      { path: "^lib/", pathNot: "^lib/(lab|torch|plots)/" },
    ),
    never(
      "lab is entered by its door",
      { pathNot: `^lib/lab/|${test}` },
      { path: "^lib/lab/", pathNot: "^lib/lab/index\\.ts$" },
    ),

    never(
      "notebook uses only plots",
      { path: "^lib/notebook/", pathNot: `^lib/notebook/kernel/worker/|${test}` },
      { path: "^lib/", pathNot: "^lib/(notebook|plots)/" },
    ),
    never(
      "the kernel's worker side uses only torch, lab and plots",
      { path: "^lib/notebook/kernel/worker/" },
      { path: "^lib/", pathNot: "^lib/(notebook|torch|lab|plots)/" },
    ),
    never(
      "the worker side is bundled, not imported, by the page side",
      { path: "^(app|components|lib)/", pathNot: `^lib/notebook/kernel/worker/|${test}` },
      {
        path: "^lib/notebook/kernel/worker/",
        pathNot: "^lib/notebook/kernel/worker/wire\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    never(
      "lessons uses only notebook and plots",
      { path: "^lib/lessons/" },
      { path: "^lib/", pathNot: "^lib/(lessons|notebook|plots)/" },
    ),

    never("app and components hold no engine", { path: "^(app|components)/" }, { path: "^lib/(torch|lab)/" }),
    never(
      "only lib/lessons/compile.ts knows mdx-bundler",
      { pathNot: `^lib/lessons/compile\\.ts$|${test}` },
      { path: "node_modules/mdx-bundler" },
    ),
    never(
      "lib is tested without React",
      { path: "^lib/", pathNot: `^lib/lessons/|${test}` },
      { path: "node_modules/(react|react-dom|next)/" },
    ),
    never(
      "what runs in a browser uses no Node modules",
      {
        path: "^(components|lib/(torch|plots|lab)|lib/notebook/(outputs|transpile|kernel/(worker|host/frame)))",
        pathNot: `/(node|fake-[^/]+)\\.ts$|${test}`,
      },
      { dependencyTypes: ["core"] },
    ),
    never(
      "no package is used that package.json does not name",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // kernels/assembly is AssemblyScript: another language in files of the same name.
    exclude: { path: "^(\\.next|bench/node_modules|lib/torch/kernels/assembly)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
