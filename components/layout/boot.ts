/**
 * The one inline script, run before the first paint: it sets the remembered theme and language, and finds out whether this
 * browser can run the cells. It is the same text on every page, so that the policy names it by one hash.
 * It is written for browsers that lack everything after 2009.
 */
import { LANGUAGE_KEY } from "@/lib/notebook/language";
import { THEME_KEY } from "../ui/theme";

/** What a cell's page needs, as [test, what is missing]; the first that fails is named. */
const NEEDS: [test: string, name: string][] = [
  ["'noModule' in document.createElement('script')", "JavaScript modules"],
  ["typeof structuredClone==='function'", "structuredClone"],
  ["Array.prototype.at&&Array.prototype.findLast&&Object.hasOwn", "JavaScript of 2022"],
  ["new RegExp('(?<!a)b')", "lookbehind in regular expressions"],
  ["typeof Worker==='function'&&typeof MessageChannel==='function'", "workers"],
  ["typeof WebAssembly==='object'", "WebAssembly"],
  ["window.CSS&&CSS.supports('color','color-mix(in srgb,red,blue)')", "CSS of 2023 (color-mix)"],
];

const tests = NEEDS.map(([test, name]) => `[function(){return ${test}},${JSON.stringify(name)}]`).join(",");

/**
 * Sets `data-theme` and `data-language`, and either `data-live` or `data-lacks` on the root; fills the notice that names the lack.
 * Storage that is switched off throws at the first look: the defaults then stand, and there is nothing to tell.
 */
export const BOOT = `(function(d,r){
try{var t=localStorage.getItem(${JSON.stringify(THEME_KEY)});if(t==="light"||t==="dark")r.setAttribute("data-theme",t);
if(localStorage.getItem(${JSON.stringify(LANGUAGE_KEY)})==="py")r.setAttribute("data-language","py")}catch(e){}
var n=[${tests}],i,m="";
for(i=0;i<n.length&&!m;i++){try{if(!n[i][0]())m=n[i][1]}catch(e){m=n[i][1]}}
if(!m){r.setAttribute("data-live","");return}
r.setAttribute("data-lacks",m);
d.addEventListener("DOMContentLoaded",function(){var e=d.getElementById("lacks");if(e){e.firstChild.nodeValue="This browser lacks "+m+", so cells cannot run in it; all the rest of the page is here.";e.removeAttribute("hidden")}});
})(document,document.documentElement)`;
