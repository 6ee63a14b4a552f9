"""Вид отчётов (style): how every report looks on a screen, light or dark, and on A4 paper.

There is one stylesheet for all of them. It names no file and no host.
"""

__all__ = ["GENERATOR", "STYLE", "WIDE"]

GENERATOR = "<!-- law189: sheet -->"
"""What the second line of a sheet says: the file was written by this library."""

STYLE = """
@page { size: A4; margin: 14mm 12mm 16mm 15mm; @bottom-right { content: counter(page) " / " counter(pages);
  font: 8pt sans-serif; color: #444 } }
* { box-sizing: border-box }
html { font: 15px/1.4 "PT Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif;
  color: #111; background: #fff }
body { max-width: 62em; margin: 0 auto; padding: 1.5em; hyphens: auto; overflow-wrap: break-word }
p { margin: .3em 0 }
header { border-bottom: 2px solid #111; padding-bottom: .8em }
h1 { font-size: 1.8em; line-height: 1.2; margin: .1em 0 .2em }
h2 { font-size: 1.25em; margin: 1.8em 0 .5em; break-after: avoid }
h3 { font-size: 1.05em; margin: 1.2em 0 .3em; break-after: avoid }
.over, .how, .within, .label, .subtitle { color: #555 }
.act { font-weight: bold }
.subtitle { font-weight: normal }
.subtitle::before { content: " — " }
.subtitle::first-letter { text-transform: none }
nav h2 { font-size: 1em; margin: 1em 0 .2em }
nav ol { columns: 2; column-gap: 3em; margin: 0; padding-left: 1.6em }
nav a { color: #114b8b; text-decoration: none }
table { width: 100%; border-collapse: collapse; margin: .3em 0 1em; font-size: .95em }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: 1px solid #bbb; padding: .3em .5em; text-align: left; vertical-align: top; unicode-bidi: isolate }
thead th { background: #ececec; font-size: .9em }
thead th::first-letter, .what::first-letter { text-transform: uppercase }
tbody th { font-weight: normal; white-space: normal; color: #333 }
.rows, .sides { table-layout: fixed }
.rows th:first-child { width: 19% }
.rows th:nth-child(2) { width: 22% }
.sides th:first-child { width: 15% }
.sides th:nth-child(2) { width: 28% }
.columns { hyphens: auto; font-size: .88em }
.columns th:first-child { width: 14% }
.columns td:nth-child(2) { min-width: 12em }
.columns .long { min-width: 26em }
.of8 { font-size: .82em }
.of8 th:first-child { width: 10% }
.main { font-weight: bold }
.within { display: inline-block; font-size: .9em }
.across td { background: #f6f6f6 }
.across ul { display: inline; padding: 0 }
.across li { display: inline; margin-left: .6em }
td ul { margin: .1em 0; padding: 0; list-style: none }
.reasons { margin: .2em 0; padding: 0; list-style: none }
.reasons .reasons { margin-left: 1.3em }
.reasons li { margin: .15em 0; padding-left: 1.3em; text-indent: -1.3em }
.reasons li > * { text-indent: 0 }
.mark { display: inline-block; width: 1.1em; font-weight: bold; text-align: center; margin-right: .2em }
.facts { margin: .2em 0 .5em; padding-left: 1.3em }
.record { border-left: 4px solid #bbb; padding-left: .8em; margin: 1.2em 0 }
.record h3 { margin-top: 0 }
.record.breach { border-color: #b35900 }
.record.void, .record.unknown { border-color: #a3262f }
.record.annulled h3 { text-decoration: line-through }
code { font: .85em "DejaVu Sans Mono", "Liberation Mono", monospace; color: #555; overflow-wrap: anywhere }
.lint td, .lint th { background: #fdf1e3; border-left-color: #b35900 }
.assumed td, .assumed th { background: #eef4fb }
.chosen td, .chosen th { background: #eef7ee }
.scrolls { overflow-x: auto }
.cards td::before { display: none; content: attr(data-head) ": "; color: #555 }
@media print {
  html { font-size: 9.5pt }
  body { max-width: none; padding: 0 }
  nav a { color: inherit }
  thead th, .across td, .lint td, .lint th, .assumed td, .assumed th, .chosen td, .chosen th {
    print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .scrolls { overflow: visible }
  .columns .long { min-width: 0 }
  details::details-content { content-visibility: visible; height: auto }
}
@media screen and (max-width: 40em) {
  nav ol { columns: 1 }
  body { padding: .6em }
  table { font-size: .85em }
  .rows, .sides { table-layout: auto }
  .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block }
  .cards { font-size: .95em }
  .cards thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
  .cards tr { border: 1px solid #bbb; margin-bottom: .6em }
  .cards th:first-child { width: auto; background: #ececec; font-weight: bold }
  .cards tbody th, .cards td, .cards .long { border: 0; border-bottom: 1px solid #ddd; min-width: 0 }
  .cards td:empty { display: none }
  .cards td::before { display: inline }
}
@media screen and (prefers-color-scheme: dark) {
  html { color: #e8e8e8; background: #161616 }
  header { border-color: #e8e8e8 }
  .over, .how, .within, .label, .subtitle, code, .cards td::before { color: #b5b5b5 }
  nav a { color: #8ab8f0 }
  th, td { border-color: #555 }
  thead th { background: #2b2b2b }
  tbody th { color: #d0d0d0 }
  .across td { background: #222 }
  .lint td, .lint th { background: #33241a; border-left-color: #d98a3d }
  .assumed td, .assumed th { background: #1b2736 }
  .chosen td, .chosen th { background: #1b2d1d }
  .record.breach { border-color: #d98a3d }
  .record.void, .record.unknown { border-color: #e0656e }
}
@media screen and (prefers-color-scheme: dark) and (max-width: 40em) {
  .cards tr { border-color: #555 }
  .cards th:first-child { background: #2b2b2b }
  .cards tbody th, .cards td { border-color: #3a3a3a }
}
"""
"""What every page has; paper stays white."""

WIDE = """
@page { size: A4 landscape; margin: 12mm }
body { max-width: 92em }
.columns { font-size: .8em; hyphens: auto }
.columns th:first-child { width: auto; min-width: 9em }
.columns td:nth-child(2) { min-width: 0 }
@media print {
  .columns { font-size: 7pt }
  .columns th, .columns td { padding: .2em }
}
"""
"""What a page adds whose tables have many columns: it lies on its side."""
