/** For a phone in one hand, in daylight: large targets over the whole width. The colours are the theme's. */
export const pageStyle = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.45 -apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1.25rem 3rem;background:var(--card);min-height:100vh}
@media(min-width:44rem){main{margin:1.5rem auto;padding:2rem 2.5rem 3rem;border-radius:.75rem;min-height:0}}
header{display:flex;align-items:center;gap:.5rem;margin:0 0 1rem;font-size:.9rem;color:var(--quiet)}
.logo{display:block;width:auto;height:auto;max-width:10rem;max-height:2.5rem}
h1{font-size:1.6rem;line-height:1.2;margin:0}
h2{font-size:1.15rem;margin:2rem 0 .25rem}
p{margin:.25rem 0}
a{color:var(--accent);text-underline-offset:.2em}
.summary{font-weight:600}.good{color:var(--accent)}.bad{color:var(--wrong)}.unknown{color:var(--unsure)}
blockquote{margin:1.25rem 0;padding:.9rem 1rem;background:var(--tint);border-left:4px solid var(--accent);white-space:pre-line}
.soft{color:var(--quiet);font-size:.85rem}
.reach{display:grid;gap:.6rem;margin:1.25rem 0}
.reach a,button{display:block;width:100%;padding:.8rem 1rem;border:2px solid var(--accent);border-radius:.6rem;background:none;color:var(--accent);font:inherit;font-weight:600;text-align:left;text-decoration:none}
button{margin-top:1rem;background:var(--accent);color:var(--on-accent);text-align:center;cursor:pointer}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
dl{margin:0}dt{color:var(--quiet);font-size:.85rem;margin-top:.6rem}dd{margin:0}
ul{list-style:none;margin:.5rem 0 0;padding:0}
li{display:flex;justify-content:space-between;gap:1rem;padding:.55rem 0;border-bottom:1px solid var(--edge)}
li b{color:var(--accent);text-align:right}
summary{padding:.6rem 0;cursor:pointer;color:var(--accent);font-weight:600}
.notice{margin:0 0 1.25rem;padding:.9rem 1rem;border:2px solid var(--accent);border-radius:.6rem;background:var(--tint);font-weight:600}
.refusal{border-color:var(--wrong)}.refusal a{color:var(--wrong)}.refusal li{border:0;padding:.3rem 0}
.answer{margin-top:.6rem;border:1px solid var(--line);border-radius:.6rem}
.answer summary{padding:.8rem 1rem}
.answer form{padding:0 1rem 1rem}
.field{margin:0 0 1rem;padding:0;border:0}
.field>label:not(.choice),legend{display:block;padding:0;margin-bottom:.2rem;font-weight:600}
.field>label:not(.choice) span{color:var(--quiet);font-weight:400}
.problem{color:var(--wrong);font-weight:600}
input[type=text],input[type=datetime-local],textarea,select{width:100%;min-height:2.9rem;padding:.6rem .75rem;border:1px solid var(--line);border-radius:.4rem;background:var(--card);color:inherit;font:inherit}
[aria-invalid]{border:2px solid var(--wrong)!important}
.choice{display:flex;gap:.75rem;align-items:flex-start;padding:.55rem 0;min-height:2.9rem}
.choice input{flex:none;width:1.4rem;height:1.4rem;margin:.05rem 0 0;accent-color:var(--accent)}
.choice small{display:block;color:var(--quiet);font-size:.85rem}
@supports selector(:has(*)){.fit{display:none}form:has([value=bad-fit]:checked) .fit{display:block}}
@media(forced-colors:active){button{border:1px solid}}
`;
