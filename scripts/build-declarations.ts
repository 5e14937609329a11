/** Writes the declarations that cells see to public/types/cells.json, `[[path, text], …]`, for an editor that checks while one types. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { loadDeclarations } from "./declarations/emit";

const root = process.cwd();
const text = JSON.stringify([...loadDeclarations(root)]);
await mkdir(path.join(root, "public/types"), { recursive: true });
await writeFile(path.join(root, "public/types/cells.json"), text);
console.log(`declarations: ${Math.round(text.length / 1024)} kB`);
