/**
 * How documents look: the light tokens of the design, sized for paper. Page boxes carry what every page says; rows,
 * parts and events stay whole, and heads of tables repeat.
 */
export const STYLE = `
:root{--ink:#14171b;--ink-2:#454c57;--ink-3:#5c6470;--line:#e2e5ea;--line-strong:#c8cdd5;--accent:#1a5cb8;
--good:#1f6a3d;--good-mark:#2b8450;--bad:#b02a1d;--warn:#85500a;--soft:#f5f6f8;color-scheme:light}
*,*::before{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:400 9pt/13pt Inter,'Noto Sans SC',sans-serif;color:var(--ink);background:#fff;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
body:lang(zh){line-height:14.5pt}
h1{font-size:18pt;line-height:23pt;font-weight:600;letter-spacing:-.01em;break-after:avoid}
h2{font-size:10.5pt;line-height:14pt;font-weight:600;margin:14pt 0 5pt;break-after:avoid}
h2 span{font-weight:400;font-size:9pt;color:var(--ink-3);padding-left:5pt}
.top{display:flex;justify-content:space-between;gap:12pt;color:var(--ink-3);font-size:8.5pt;
padding-bottom:5pt;border-bottom:1pt solid var(--ink);margin-bottom:11pt}
.top b{color:var(--ink);font-weight:600}
.about{color:var(--ink-2);margin-top:2pt}
.facts{display:flex;border:solid var(--line-strong);border-width:.75pt 0;margin:12pt 0 4pt;break-inside:avoid}
.facts div{flex:1 1 0;min-width:0;padding:6pt 8pt 6pt 10pt;border-left:.75pt solid var(--line)}
.facts div:first-child{border-left:0;padding-left:0}
.facts dt,.facts dd:last-child{font-size:8pt;line-height:11pt;color:var(--ink-3)}
.facts div:nth-last-child(n+4) dd.figure,.facts div:nth-last-child(n+4)~div dd.figure{font-size:11.5pt}
.facts dd.figure{font-size:13.5pt;line-height:18pt;font-weight:600;overflow-wrap:normal}
figure{margin:4pt 0 8pt;break-inside:avoid}
figure svg{display:block;width:100%;height:auto}
figcaption{display:flex;flex-wrap:wrap;gap:2pt 14pt;font-size:8pt;line-height:11pt;color:var(--ink-2);margin-top:3pt}
figcaption svg{display:inline-block;width:8pt;height:8pt;margin-right:4pt;vertical-align:-.5pt}
svg text{font-family:inherit;font-size:11px;fill:var(--ink-2)}
svg .n{fill:var(--ink)}
table{width:100%;border-collapse:collapse;font-size:8.5pt;line-height:12pt}
thead{display:table-header-group}
tr{break-inside:avoid}
th{font-weight:500;font-size:8pt;line-height:10.5pt;color:var(--ink-3);text-align:right;vertical-align:bottom;
padding:3pt 0 3pt 8pt;border-bottom:.75pt solid var(--line-strong);overflow-wrap:normal}
td{text-align:right;padding:3.5pt 0 3.5pt 8pt;border-bottom:.5pt solid var(--line);vertical-align:top;white-space:nowrap}
th:first-child,td:first-child,.t{text-align:left;white-space:normal}
th:first-child,td:first-child{padding-left:0}
.part table,.deals table{table-layout:fixed}
.part th:first-child{width:34%}.deals th:first-child{width:28%}.deals th:nth-child(2){width:25%}
tr.sum td{font-weight:600;border-top:.75pt solid var(--line-strong);border-bottom:0}
.wide table{font-size:7.5pt}.wide th{font-size:7pt;line-height:9pt}.wide th:not(:first-child),.wide td:not(:first-child){padding-left:5pt}
.note{font-size:8pt;line-height:11.5pt;color:var(--ink-3);margin-top:5pt}
.note b{color:var(--ink-2);font-weight:600}
.nothing{color:var(--ink-2);padding:10pt 0}
.basis{margin-top:16pt;padding-top:6pt;border-top:.75pt solid var(--line-strong);break-inside:avoid}
.basis h2{margin:0 0 3pt;font-size:8.5pt}
dl.pairs{display:grid;grid-template-columns:max-content 1fr;gap:2pt 10pt}
dl.pairs dt{color:var(--ink-3)}
.basis dl{font-size:8pt;line-height:11.5pt;color:var(--ink-2)}
.sheet{break-after:page}
.sheet:last-of-type{break-after:auto}
.line{display:flex;flex-wrap:wrap;align-items:baseline;gap:1pt 12pt;margin-top:3pt;color:var(--ink-2)}
.line .value{font-size:12pt;line-height:17pt;font-weight:600;color:var(--ink)}
.pill{display:inline-block;font-size:8pt;line-height:11pt;font-weight:500;padding:0 5pt;border:.75pt solid var(--line-strong);
border-radius:2pt;white-space:nowrap}
.pill.good{color:var(--good);border-color:#add4bb;background:#e8f4ec}
.pill.bad{color:var(--bad);border-color:#efb9b3;background:#fdeeec}
.pill.wait{color:var(--warn);border-color:#e3c792;background:#fbf2e0}
.life{display:flex;list-style:none;margin:12pt 0 4pt;padding:9pt 0 6pt;border:solid var(--line-strong);border-width:.75pt 0;
break-inside:avoid}
.life li{flex:1 1 0;min-width:0;position:relative;padding:14pt 4pt 0 0;font-size:8pt;line-height:10.5pt;color:var(--ink-2);
overflow-wrap:break-word}
.life li::before{content:'';position:absolute;top:0;left:0;width:9pt;height:9pt;border:1.25pt solid #808997;border-radius:50%;background:#fff}
.life li::after{content:'';position:absolute;top:4pt;left:11pt;right:2pt;border-top:1pt solid var(--line-strong)}
.life li:last-child::after{display:none}
.life .done::before{background:var(--ink-3);border-color:var(--ink-3)}
.life .done::after{border-color:var(--ink-3)}
.life .now::before{border:3pt solid var(--accent)}
.life .now b{color:var(--accent)}
.life .won::before{background:var(--good-mark);border-color:var(--good-mark)}
.life .won b{color:var(--good)}
.life .over::before{background:var(--ink-3);border-color:var(--ink-3)}
.life .bad::before{background:#c8382a;border-color:#c8382a}
.life .soft::before{border-style:dashed}
.life .soft::after{border-top-style:dashed}
.life b{display:block;font-weight:600;color:var(--ink)}
.life .open b,.life .soft b,.life .next b{font-weight:400;color:var(--ink-2)}
.life small{font-size:7pt;line-height:9.5pt;color:var(--ink-3);word-break:keep-all}
.cols{display:grid;grid-template-columns:minmax(0,1.28fr) minmax(0,1fr);gap:0 18pt}
.party{border:.75pt solid var(--line-strong);border-radius:3pt;padding:5pt 8pt 6pt;margin-bottom:6pt;break-inside:avoid}
.party header{display:flex;justify-content:space-between;gap:8pt;align-items:baseline;font-weight:600;margin-bottom:2pt}
.party dl,.details dl{font-size:8.5pt;line-height:12.5pt}
.details dl.pairs{grid-template-columns:66pt 1fr;gap:3pt 8pt}
.details p,.details dd{white-space:pre-line}
.details small,.party small{font-size:8pt;color:var(--ink-3)}
.details dd+dd{grid-column:2}
.events{list-style:none;font-size:8.5pt;line-height:12pt}
.events li{display:grid;grid-template-columns:70pt 1fr;gap:0 8pt;padding:2.5pt 0;break-inside:avoid;border-bottom:.5pt solid var(--line)}
.events time{white-space:nowrap;color:var(--ink-3)}
.events small{display:block;font-size:8pt;line-height:11pt;color:var(--ink-3)}
.events s{text-decoration-color:var(--ink-3)}
@media screen{html{background:#eceef2}body{max-width:190mm;min-height:100vh;margin:0 auto;padding:14mm 13mm;box-shadow:0 1px 4px rgb(16 22 32/.14)}
.sheet{padding-bottom:12mm;margin-bottom:12mm;border-bottom:1pt solid var(--line-strong)}}
@media print{body{padding:0}}
`
