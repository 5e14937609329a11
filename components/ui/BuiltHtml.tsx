type Props = { as: "pre" | "code" | "span"; html: string; className?: string };

/** Code that the build coloured: spans with class names, every other character escaped. */
export function BuiltHtml({ as: Tag, html, className }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own build from escaped text
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
