// The texts of the hostile project. Each begins with a mark of its own (`t17`) and calls `hit` if it is ever executed.

/** Attacks that a page shows as they are written, in plain text and in Markdown alike. */
const SHOWN = [
  (mark) => `<script>hit("${mark}")</script>`,
  (mark) => `"><img src=x onerror=hit("${mark}")>`,
  (mark) => `'><svg onload=hit("${mark}")>`,
  (mark) => `</title></textarea></script><script>hit("${mark}")</script>`,
  (mark) => `<math><mtext></mtext><mglyph><style><img src=x onerror=hit("${mark}")></style>`,
  (mark) => `{{ 7+7 }}{% raw %}<a href=javascript:hit("${mark}")>a</a>`,
  (mark) => `--><iframe srcdoc='<script>parent.hit("${mark}")</script>'></iframe>`,
  (mark) => `]]><svg><a xlink:href="javascript:hit('${mark}')"><text>a</text></a></svg>`,
  (mark) => `<object data=x.svg></object><base href=x><meta http-equiv=refresh content=0><b id=${mark}>`,
]

/** Attacks by the means of Markdown. Links with a scheme of their own are refused before a page is written. */
export const MARKDOWN = [
  (mark) => `[link](https://example.org/"onmouseover=hit("${mark}"))`,
  (mark) => `![picture](https://example.org/x.png "\" onerror=hit('${mark}')")`,
  (mark) => `[link](<https://example.org/'><script>hit("${mark}")//> 'title" onmouseover=hit("${mark}") "')`,
  (mark) => `[link][${mark}]\n\n[${mark}]: https://example.org/?"><svg/onload=hit("${mark}")>`,
  (mark) => `<div onclick=hit("${mark}")>\n\n<script>\nhit("${mark}")\n</script>\n\n</div>`,
  (mark) => `| <script>hit("${mark}")</script> | b |\n| --- | --- |\n| <img src=x onerror=hit("${mark}")> | c |`,
  (mark) => `~~~"><script>hit("${mark}")</script>\n</code></pre><script>hit("${mark}")</script>\n~~~`,
  (mark) => `A note[^${mark}x].\n\n[^${mark}x]: <img src=x onerror=hit("${mark}")>\n`,
]

/** The text of a mark; it differs from turn to turn, so that the history of a record has both. */
export function shown(mark, turn) {
  return `${mark} ${SHOWN[(Number(mark.slice(1)) + turn) % SHOWN.length](mark)}`
}

/** An attack by the means of Markdown for the same mark. */
export function inMarkdown(mark, turn) {
  return MARKDOWN[(Number(mark.slice(1)) + turn) % MARKDOWN.length](mark)
}
