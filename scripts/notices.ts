import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isPermitted } from "./notices/licence";
import { readLicenceTexts, readPackages } from "./notices/packages";
import { findPorted } from "./notices/ported";
import { renderNotices } from "./notices/render";

// `npm run notices` writes THIRD_PARTY_NOTICES; with --check it only compares. Both refuse a licence that is not permitted.
const root = process.cwd();
const file = path.join(root, "THIRD_PARTY_NOTICES");
const packages = readPackages(root);

const refused = packages.filter(({ licence }) => !isPermitted(licence));
for (const { name, version, licence, folder } of refused) {
  console.error(
    `notices: ${name} ${version} (${folder}) is under ${licence}, which is not permitted here. Do without it.`,
  );
}

// A build for another system is not installed here; its text is that of the package that picks it.
const passedOn = packages.filter(({ dev, optional }) => !dev && !optional);
const notices = passedOn.map((one) => ({ ...one, texts: readLicenceTexts(root, one.folder) }));
const text = renderNotices(notices, {
  ported: findPorted(root, "lib"),
  texts: readLicenceTexts(path.join(root, "scripts", "notices"), "licences", /\.txt$/),
});

if (refused.length > 0) {
  process.exitCode = 1;
} else if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
  console.log(`notices: ${passedOn.length} packages`);
} else if (maybeCommitted() !== text) {
  console.error(
    "notices: THIRD_PARTY_NOTICES is not what the lockfile asks for. Run `npm run notices` and commit it.",
  );
  process.exitCode = 1;
} else {
  console.log(
    `notices: ${packages.length} packages, all under permitted licences; THIRD_PARTY_NOTICES is current`,
  );
}

function maybeCommitted(): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
