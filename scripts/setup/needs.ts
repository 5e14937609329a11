import { findChromium, findJupyter, findPyTorch, findWebKit, type Machine } from "./find";

/** Something that tests need and npm does not bring. */
export interface Need {
  name: string;
  /** What it is for, in a few words. */
  use: string;
  /** Debian's packages that bring it. */
  packages: readonly string[];
  /** How to get it where there is no apt. */
  otherwise: string;
  /** Without it `npm test` cannot run; the others are printed as skipped. */
  required: boolean;
  find: (machine: Machine) => string | undefined;
}

/** All that this version's tests need. */
export const needs: readonly Need[] = [
  {
    name: "Chromium",
    use: "the browser tests",
    packages: ["chromium"],
    otherwise: "install Chrome or Chromium and set CHROME_PATH to it, or run npx playwright install chromium",
    required: true,
    find: findChromium,
  },
  {
    name: "PyTorch",
    use: "running the lessons' twins and comparing the goldens",
    packages: ["python3-torch"],
    otherwise: "pip install torch, and set PYTHON to that interpreter",
    required: false,
    find: findPyTorch,
  },
  {
    name: "Jupyter's tools",
    use: "judging the exported notebooks (the deep runs)",
    packages: ["python3-torch", "python3-nbconvert", "python3-ipykernel"],
    otherwise: "pip install torch nbconvert ipykernel, and set PYTHON to that interpreter",
    required: false,
    find: findJupyter,
  },
  {
    name: "WebKitGTK's WebDriver",
    use: "the smoke test in WebKit (npm run test:webkit)",
    packages: ["webkit2gtk-driver", "xvfb", "xauth"],
    otherwise: "there is none outside Linux; leave it to CI",
    required: false,
    find: findWebKit,
  },
];
