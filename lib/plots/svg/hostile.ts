/** SVGs that mean harm, each with the rule that it breaks. Kept together, so that the real browser can be tried with the same list. */

const wrap = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

/** Where a hostile figure would call: nothing may ever ask for it. */
export const MARKER = "marker.invalid";

/** Name → markup. All of it is well-formed; what is not is in `malformed`. */
export const hostile: Record<string, string> = {
  script: wrap("<script>globalThis.pwned = 1</script>"),
  "script by xlink": wrap(`<script xlink:href="https://${MARKER}/a.js"/>`),
  "handler on the root": wrap("<g/>", 'onload="globalThis.pwned = 1"'),
  "handler on an image": wrap('<image href="x" onerror="globalThis.pwned = 1"/>'),
  "handler in odd case": wrap('<rect oNCliCk="globalThis.pwned = 1" width="9" height="9"/>'),
  "javascript link": wrap('<a href="javascript:globalThis.pwned=1"><text>press</text></a>'),
  "javascript link by xlink": wrap(
    '<a xlink:href="java&#9;script:globalThis.pwned=1"><text>press</text></a>',
  ),
  foreignObject: wrap(
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="globalThis.pwned=1"/></body></foreignObject>',
  ),
  "iframe in a foreignObject": wrap(
    `<foreignObject><iframe srcdoc="&lt;script&gt;parent.pwned=1&lt;/script&gt;"/></foreignObject>`,
  ),
  form: wrap(
    `<foreignObject><form action="https://${MARKER}/"><input name="a"/><button>go</button></form></foreignObject>`,
  ),
  "external image": wrap(`<image href="https://${MARKER}/a.png" width="9" height="9"/>`),
  "external use": wrap(`<use href="https://${MARKER}/a.svg#x"/>`),
  "use bomb": wrap(
    '<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#c"/><use href="#c"/></g><g id="c"/>',
  ),
  feImage: wrap(
    `<filter id="f"><feImage href="https://${MARKER}/a.png"/></filter><rect filter="url(#f)" width="9" height="9"/>`,
  ),
  "style element": wrap(`<style>@import url(https://${MARKER}/a.css); * { position: fixed }</style>`),
  "style with an address": wrap(
    `<rect style="fill: url(https://${MARKER}/a#b); stroke: red" width="9" height="9"/>`,
  ),
  "style that covers the page": wrap(
    "<g/>",
    'style="position: fixed; inset: 0; z-index: 9999; overflow: visible"',
  ),
  "address in a fill": wrap(`<rect fill="url(https://${MARKER}/a#b)" width="9" height="9"/>`),
  "address in a fill, escaped": wrap(`<rect fill="\\75 rl(https://${MARKER}/a#b)" width="9" height="9"/>`),
  "address in a fill, commented": wrap(`<rect fill="url/**/(https://${MARKER}/a#b)" width="9" height="9"/>`),
  "address in a cursor": wrap(`<rect cursor="url(https://${MARKER}/a.cur),auto" width="9" height="9"/>`),
  "image-set": wrap(`<rect fill="image-set('https://${MARKER}/a.png' 1x)" width="9" height="9"/>`),
  "mask by address": wrap(`<rect mask="url(https://${MARKER}/a.svg#m)" width="9" height="9"/>`),
  "animated link": wrap(
    '<a><animate attributeName="href" to="javascript:globalThis.pwned=1"/><text>press</text></a>',
  ),
  "set on a handler": wrap(
    '<rect width="9" height="9"><set attributeName="onclick" to="globalThis.pwned=1"/></rect>',
  ),
  "class of the page": wrap('<g class="fixed inset-0 z-50"><rect width="9" height="9"/></g>'),
  "id of the page": wrap('<g id="__next"/><g id="body"/>'),
  "focus and a tab stop": wrap('<g tabindex="1" autofocus="true" onfocus="globalThis.pwned=1"/>'),
  "root moved out of its box": wrap("<g/>", 'transform="scale(1000)" overflow="visible" x="-500"'),
  "root without end": wrap("<g/>", 'width="1e12" height="99999999" viewBox="0 0 1 NaN"'),
  "html in disguise": wrap(
    '<html:img xmlns:html="http://www.w3.org/1999/xhtml" src="x" onerror="globalThis.pwned=1"/>',
  ),
  "mutation by title": wrap("<title>&lt;/title&gt;&lt;img src=x onerror=globalThis.pwned=1&gt;</title>"),
  "mutation by desc and style": wrap(
    "<desc>&lt;style&gt;&lt;/desc&gt;&lt;img src=x onerror=globalThis.pwned=1&gt;</desc>",
  ),
  "mutation by mathml": wrap(
    '<math><mtext><table><mglyph><style><img title="--&gt;" src="x" onerror="globalThis.pwned=1"/></style></mglyph></table></mtext></math>',
  ),
  "template and slot": wrap("<template><script>globalThis.pwned = 1</script></template>"),
  "cascading patterns": wrap(
    '<pattern id="a"><rect fill="url(#b)" width="9" height="9"/></pattern><pattern id="b"><rect fill="url(#a)" width="9" height="9"/></pattern>',
  ),
  "a marker on each of its own points": wrap(
    '<marker id="m"><path d="M0,0L1,1" marker-mid="url(#m)"/></marker>',
  ),
  "a heavy marker": wrap(`<marker id="m"><path d="M0,0${"L1,1".repeat(2000)}"/></marker>`),
  "dust for dashes": wrap('<path d="M0,0H100000" stroke="red" stroke-dasharray="0.001"/>'),
  "a handler named like a prototype": wrap('<g __proto__="a" constructor="b" onload="globalThis.pwned=1"/>'),
};

/** Text that no figure is: refused whole. */
export const malformed: Record<string, string> = {
  "a doctype with entities": `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${wrap("<text>&b;</text>")}`,
  "an unknown entity": wrap("<text>&nbsp;</text>"),
  "a processing instruction": `<?xml-stylesheet href="https://${MARKER}/a.css"?>${wrap("")}`,
  CDATA: wrap("<text><![CDATA[<script>globalThis.pwned=1</script>]]></text>"),
  "two roots": wrap("") + wrap(""),
  "html beside it": `${wrap("")}<img src="x" onerror="globalThis.pwned=1">`,
  "html instead": "<div><svg/></div>",
  "an open element": "<svg><g>",
  "crossed elements": "<svg><g></svg></g>",
  "an attribute twice": '<svg width="1" width="2"/>',
  "an attribute without quotes": "<svg onload=alert(1)></svg>",
  "a sign less in an attribute": '<svg width="<script>"/>',
  "elements without end": wrap("<g>".repeat(100) + "</g>".repeat(100)),
  "an open comment": "<svg><!-- </svg>",
  nothing: "",
};
