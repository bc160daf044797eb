/** Pixels, since rem is the site's; everything stands in a shadow root that the site's rules do not reach. */
export const STYLE = `
*{box-sizing:border-box;font:17px/1.4 Arial,sans-serif}
[hidden],:empty:not(i,iframe){display:none!important}
button,section{position:fixed;bottom:20px;right:20px;max-width:calc(100vw - 40px);border:2px solid #fff;box-shadow:0 4px 20px #0006}
button{z-index:1;display:flex;align-items:center;gap:10px;min-height:56px;padding:8px 16px;border-radius:28px;background:var(--c);color:var(--i);cursor:pointer}
button:hover{text-decoration:underline}
button:focus-visible{outline:4px solid #212b32;background:#ffeb3b;color:#212b32}
i{flex:none;width:24px;height:22px;background:currentcolor;forced-color-adjust:none;clip-path:polygon(0 0,100% 0,100% 75%,45% 75%,15% 100%,15% 75%,0 75%)}
.open i{height:24px;clip-path:polygon(10% 0,50% 40%,90% 0,100% 10%,60% 50%,100% 90%,90% 100%,50% 60%,10% 100%,0 90%,40% 50%,0 10%)}
b{padding:0 8px;border-radius:12px;background:#d5281b;color:#fff}
section{bottom:88px;width:420px;height:min(700px,100vh - 108px);border:1px solid #768692;border-radius:8px;overflow:hidden;background:#fff}
.left *{right:auto;left:20px}
iframe{display:block;width:100%;height:100%;border:0}
p{position:absolute;left:0!important;bottom:0;width:100%;margin:0;padding:12px;background:#fff9c4;color:#212b32}
.inline,.inline section{position:relative;inset:0;width:100%;max-width:none;height:100%;box-shadow:none}
.inline iframe{min-height:480px}
@media (max-width:520px),(max-height:460px){
.corner section{inset:0;width:auto;height:auto;max-width:none;border:0;border-radius:0}
.open button{display:none}
}
@media print{.corner{display:none}}
`;
