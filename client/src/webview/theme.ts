/** The colours of the theme that the person wears, and where things stand in the panel. */
export const theme = `
:root{--bg:var(--vscode-editor-background);--fg:var(--vscode-foreground);--soft:var(--vscode-descriptionForeground);
--line:var(--vscode-widget-border,var(--vscode-panel-border,rgba(128,128,128,.3)));--hair:color-mix(in srgb,var(--line) 45%,transparent);
--raise:color-mix(in srgb,var(--fg) 4%,var(--bg));--raise-through:color-mix(in srgb,var(--fg) 4%,transparent);
--accent:var(--vscode-focusBorder);--on-accent:var(--vscode-button-foreground);
--good:var(--vscode-charts-green);--warn:var(--vscode-charts-yellow);--bad:var(--vscode-charts-red);--none:var(--vscode-charts-blue);
--over:var(--vscode-descriptionForeground);--warn-text:color-mix(in srgb,var(--vscode-editorWarning-foreground,var(--fg)) 45%,var(--fg));--bad-text:var(--vscode-errorForeground,var(--fg))}
*{box-sizing:border-box}
html,body{height:100%;padding:0;margin:0}
body{background:var(--bg);color:var(--fg);font-family:var(--vscode-font-family);font-size:13px;line-height:1.45;user-select:none}
body.vscode-dark,body.vscode-high-contrast:not(.vscode-high-contrast-light){color-scheme:dark}
#app{display:flex;flex-direction:column;height:100vh}
.toolbar{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px;padding:8px 16px;border-bottom:1px solid var(--line);flex:none}
.tabs{display:flex;gap:2px}
button,select,input{font:inherit;color:inherit}
.tabs button{border:0;background:none;padding:4px 10px;border-radius:6px;color:var(--soft);cursor:pointer}
.tabs button:hover{color:var(--fg);background:var(--vscode-toolbar-hoverBackground)}
.tabs button[aria-selected=true]{color:var(--fg);font-weight:600;background:var(--raise);box-shadow:inset 0 0 0 1px var(--line)}
.choices{display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;margin-left:auto}
.count{color:var(--soft);font-size:12px}
.select,.check{display:flex;align-items:center;gap:6px;color:var(--soft);font-size:12px;white-space:nowrap}
select,input[type=search]{height:26px;padding:0 8px;border-radius:4px;border:1px solid var(--vscode-dropdown-border,var(--vscode-input-border,var(--line)));background:var(--vscode-dropdown-background);color:var(--vscode-dropdown-foreground)}
input[type=search]{width:190px;background:var(--vscode-input-background);color:var(--vscode-input-foreground);border-color:var(--vscode-input-border,var(--line))}
input::placeholder{color:var(--vscode-input-placeholderForeground)}
input[type=checkbox]{margin:0;accent-color:var(--vscode-button-background)}
.zoom{display:flex;border:1px solid var(--line);border-radius:6px;overflow:hidden}
.zoom button{border:0;background:none;padding:0 10px;height:24px;font-size:12px;color:var(--soft);cursor:pointer}
.zoom button+button{border-left:1px solid var(--line)}
.zoom button:hover{color:var(--fg)}
.zoom button[aria-checked=true]{background:var(--raise);color:var(--fg);font-weight:600}
.frame{flex:1;overflow:auto;min-height:0;position:relative}
.ticks .now{background:var(--bg);color:var(--fg);box-shadow:inset 0 0 0 1px var(--accent)}
.foot{flex:none;padding:0 16px 8px;border-top:1px solid var(--line)}
.foot:empty{display:none}
.foot .legend{margin-top:8px}
.chart{--names:clamp(230px,40vw,340px)}
@media (max-height:480px){.foot{display:none}.toolbar{padding:4px 12px;gap:4px 12px}}
@media (max-width:640px){.name .owner{display:none}}
:focus-visible{outline:1px solid var(--vscode-focusBorder);outline-offset:-1px}
.row{cursor:default}
.row:focus{outline:none}
.row:hover .name{background:color-mix(in srgb,var(--fg) 6%,var(--bg))}
.row.focus .name{background:color-mix(in srgb,var(--fg) 8%,var(--bg))}
.row.focus .track{background:var(--raise-through)}
.tree-focus .row.focus .name{box-shadow:inset 2px 0 0 var(--vscode-focusBorder)}
.tree-focus .row.focus::after{content:"";position:absolute;inset:0;border:1px solid var(--vscode-focusBorder);pointer-events:none;z-index:3}
.lane .name{cursor:pointer}
.movable{cursor:grab}
.grip{position:absolute;top:0;bottom:0;width:8px;cursor:ew-resize}
.grip.start{left:0}
.grip.end{right:0}
.bar.movable:hover{box-shadow:0 0 0 1px color-mix(in srgb,var(--tone) 70%,var(--bg))}
.bar.movable:hover .grip::after{content:"";position:absolute;top:5px;bottom:5px;left:3px;border-left:2px solid color-mix(in srgb,var(--tone) 80%,var(--fg))}
.dragging,.dragging *{cursor:grabbing!important}
.dragging.resizing,.dragging.resizing *{cursor:ew-resize!important}
.row.moved .bar,.row.moved .point{box-shadow:0 0 0 2px var(--vscode-focusBorder)}
.row.moved .note{display:none}
.silence{display:flex;flex-direction:column;align-items:center;gap:12px;padding:48px 16px}
.silence p{margin:0}
.silence button{border:1px solid var(--vscode-button-border,transparent);border-radius:4px;padding:5px 14px;cursor:pointer;background:var(--vscode-button-background);color:var(--vscode-button-foreground)}
.silence button:hover{background:var(--vscode-button-hoverBackground)}
.opener{border:0;background:none;padding:0;text-align:left;cursor:pointer}
.opener:hover{text-decoration:underline}
.frame.table .list tr{height:32px}
.frame.table .list td,.frame.table .list th{padding-top:0;padding-bottom:0;white-space:nowrap;vertical-align:middle}
.frame.table .list thead th{height:32px}
.frame.table .slip div{display:inline}
.frame.table .slip div+div::before{content:" · "}
.rest{margin:12px;color:var(--soft)}
.rest .opener{color:var(--vscode-textLink-foreground)}
.list .gap{padding:0;border:0}
.frame.kpis,.frame.trace{padding:0 4px}
.frame .list thead th{z-index:2}
body.vscode-high-contrast{--hair:var(--line);--line:var(--vscode-contrastBorder)}
body.vscode-high-contrast .bar{border-width:2px;border-color:var(--tone)}
body.vscode-high-contrast .grid i.line{border-left-style:dotted}
@media (prefers-reduced-motion:no-preference){.bar,.point{transition:left .12s ease-out,width .12s ease-out}.dragging .bar,.dragging .point{transition:none}.twist::before{transition:transform .1s}}
`;
