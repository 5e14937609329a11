/** An SVG that the build drew from data: its text never came from a reader. */
export function BuiltSvg({ svg, className }: { svg: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own build
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
