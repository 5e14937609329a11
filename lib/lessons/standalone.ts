/** An SVG that stands without the site: its namespace, and the light theme's values of the site's colours. */

/** Makes a figure's SVG fit for a file or another notebook; `css` is the site's style sheet, where the colours live once. */
export function toStandalone(svg: string, css: string): string {
  const used = new Set([...svg.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
  const values = [...css.matchAll(/(--[\w-]+):\s*(?:light-dark\(([^,]+),[^;]*\)|([^;]+));/g)]
    .filter(([, name]) => used.has(name))
    .map(([, name, light, plain]) => `${name}:${(light ?? plain ?? "").replaceAll('"', "'")}`);
  const open = svg.includes("xmlns=") ? "<svg" : '<svg xmlns="http://www.w3.org/2000/svg"';
  const style = values.length > 0 ? `<style>svg{${values.join(";")}}</style>` : "";
  return svg.replace(/^<svg\b([^>]*)>/, (_, attributes: string) => `${open}${attributes}>${style}`);
}

/** Coordinates to a hundredth of a pixel: nobody sees the rest, and everybody loads it. */
export function roundCoordinates(svg: string): string {
  return svg.replace(/ (?:[dxyr]|[xy][12]|[cd][xy]|width|height|points|transform)="[^"]*"/g, (attribute) =>
    attribute.replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100)),
  );
}
