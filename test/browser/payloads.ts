/** Texts that run a script, or lead somewhere, in a page that is careless with one of its renderers. */
const scripts = [
  '<script>pwned(1)</script>',
  '"><script>pwned(1)</script>',
  '</textarea><script>pwned(1)</script>',
  '</title><script>pwned(1)</script>',
  '</style><script>pwned(1)</script>',
  '<!--><script>pwned(1)</script>',
  '<scr<script>ipt>pwned(1)</scr</script>ipt>',
  '<ScRiPt>pwned(1)</sCrIpT>',
  '<script/src=data:,pwned(1)></script>',
  "';pwned(1)//",
  '`;pwned(1)//${pwned(1)}',
  '{{constructor.constructor("pwned(1)")()}}',
  '<noscript><p title="</noscript><img src=x onerror=pwned(1)>">',
  '<template><script>pwned(1)</script></template>',
  '\u003cscript\u003epwned(1)\u003c/script\u003e',
  '＜script＞pwned(1)＜/script＞',
];
const events = [
  'onerror',
  'onload',
  'onfocus',
  'onmouseover',
  'onanimationstart',
  'ontoggle',
  'onpointerenter',
  'onbegin',
];
const elements = [
  (event: string) => `<img src=x ${event}=pwned(1)>`,
  (event: string) => `<svg ${event}=pwned(1)><animate attributeName=x dur=1s ${event}=pwned(1)></svg>`,
  (event: string) => `<input autofocus ${event}=pwned(1)>`,
  (event: string) => `<details open ${event}=pwned(1)><summary>x</summary></details>`,
  (event: string) => `<body ${event}=pwned(1)>`,
  (event: string) => `" ${event}=pwned(1) autofocus tabindex=0 x="`,
  (event: string) => `' ${event}='pwned(1)`,
  (event: string) => `<video><source ${event}=pwned(1)></video>`,
];
const frames = [
  '<iframe src=javascript:parent.pwned(1)></iframe>',
  '<iframe srcdoc="<script>parent.pwned(1)</script>"></iframe>',
  '<object data=javascript:pwned(1)></object>',
  '<embed src=javascript:pwned(1)>',
  '<meta http-equiv=refresh content="0;url=javascript:pwned(1)">',
  '<base href=javascript:pwned(1)//>',
  '<form action=javascript:pwned(1)><button>x</button></form>',
  '<link rel=stylesheet href=data:text/css,*{background:red}>',
  '<style>*{display:none}</style>',
  '<math><mi xlink:href=javascript:pwned(1)>x</mi></math>',
  '<svg><use href="data:image/svg+xml,<svg onload=pwned(1)/>"></svg>',
  '<svg><foreignObject><script>pwned(1)</script></foreignObject></svg>',
];
const addresses = [
  'javascript:pwned(1)',
  'JaVaScRiPt:pwned(1)',
  'java\tscript:pwned(1)',
  'java\nscript:pwned(1)',
  ' javascript:pwned(1)',
  '\u0001javascript:pwned(1)',
  'javascript://https://example.org/%0Apwned(1)',
  'data:text/html,<script>pwned(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5wd25lZCgxKTwvc2NyaXB0Pg==',
  'vbscript:pwned(1)',
  'blob:https://example.org/x',
  'file:///etc/passwd',
  'filesystem:https://example.org/x',
  'view-source:https://example.org',
  'https://user:pass@example.org/',
  '[x](javascript:pwned(1))',
  '![x](javascript:pwned(1))',
  '[x]: javascript:pwned(1)',
  '<javascript:pwned(1)>',
  'https://example.org/"onmouseover="pwned(1)',
  "https://example.org/'><img src=x onerror=pwned(1)>",
];
const odd = [
  '\u202Ehttps://example.org\u202C',
  '\u0000<img src=x onerror=pwned(1)>',
  '&lt;img src=x onerror=pwned(1)&gt;',
  '&#60;img src=x onerror=pwned(1)&#62;',
  '%3Cimg%20src=x%20onerror=pwned(1)%3E',
  '__proto__',
  'constructor',
  '<'.repeat(900),
  '[1]'.repeat(300),
];

/** All of them: more than 120. */
export const PAYLOADS: readonly string[] = [
  ...scripts,
  ...events.flatMap((event) => elements.map((element) => element(event))),
  ...frames,
  ...addresses,
  ...odd,
];
/** Those that mean to be an address. */
export const ADDRESSES: readonly string[] = addresses;
