/** How the drawing looks, in the colours that stand in `--bg`, `--fg` …: a page has its own, the panel those of the theme. */
export const chartStyle = `
.chart{--names:340px;min-width:calc(var(--names) + var(--track));position:relative}
.head,.row{display:grid;grid-template-columns:var(--names) 1fr}
.head{position:sticky;top:0;z-index:4;height:46px;background:var(--bg);border-bottom:1px solid var(--line)}
.corner,.name{position:sticky;left:0;z-index:3;background:var(--bg)}
.corner{border-right:1px solid var(--line)}
.ticks{position:relative;overflow:clip}
.ticks span{position:absolute;white-space:nowrap;overflow:clip}
.ticks b{font-weight:inherit;padding-left:8px;display:inline-block;position:sticky;left:var(--names)}
.upper{top:6px;font-weight:600;font-size:12px}
.lower{top:25px;font-size:11px;color:var(--soft)}
.ticks .now{top:25px;transform:translateX(-50%);padding:0 7px;border-radius:8px;font-size:10px;line-height:16px;font-weight:600;background:var(--accent);color:var(--on-accent);z-index:1}
.body{position:relative}
.grid{position:absolute;top:0;bottom:0;left:var(--names);right:0;pointer-events:none}
.grid i{position:absolute;top:0;bottom:0;border-left:1px solid var(--hair)}
.grid i.year{border-left-color:var(--line)}
.grid i.today{border-left:1.5px solid var(--accent)}
.row{position:relative;height:32px;box-sizing:border-box}
.name{display:flex;align-items:center;gap:8px;padding:0 12px 0 calc(8px + var(--level,0)*16px);border-right:1px solid var(--line);min-width:0}
.name .title{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;flex:0 1 auto}
.name .owner{margin-left:auto;flex:none;padding-left:8px;color:var(--soft);font-size:11px;white-space:nowrap}
.lane{border-top:1px solid var(--line)}
.rows>.lane:first-child{border-top:0}
.lane .name{background:var(--raise);padding-left:8px;gap:4px}
.lane .title{font-weight:600}
.lane .says{position:sticky;left:calc(var(--names) + 4px);display:inline-block;margin:5px 0 0 4px;padding:0 4px;line-height:18px;border-radius:4px;background:var(--raise);font-size:11px;color:var(--soft);white-space:nowrap}
.lane .track{background:var(--raise-through)}
.project .title{text-transform:uppercase;letter-spacing:.05em;font-size:11px}
.twist{flex:none;width:16px;height:16px;position:relative}
.twist::before{content:"";position:absolute;left:5px;top:4px;width:5px;height:5px;border:solid var(--soft);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}
.twist.open::before{left:5px;top:3px;transform:rotate(45deg)}
.track{position:relative;min-width:0;overflow:clip}
.sign{flex:none;fill:var(--tone)}
.row{--tone:var(--none)}
.on-track{--tone:var(--good)}
.at-risk{--tone:var(--warn)}
.off-track{--tone:var(--bad)}
.row.draft,.row.dropped{--tone:var(--soft)}
.row.done{--tone:var(--over)}
.bar{position:absolute;top:5px;height:22px;box-sizing:border-box;border-radius:6px;border:1px solid color-mix(in srgb,var(--tone) 60%,var(--bg));background:color-mix(in srgb,var(--tone) 20%,var(--bg));overflow:hidden;min-width:8px}
.bar .part{position:absolute;inset:0 auto 0 0;background:color-mix(in srgb,var(--tone) 38%,var(--bg))}
.bar .in{position:relative;padding:0 8px;font-size:11px;line-height:20px;white-space:nowrap;color:var(--fg)}
.row.draft .in,.row.done .in,.row.dropped .in{color:var(--soft)}
.row.draft .bar{background:transparent;border-style:dashed}
.row.done .bar{background:color-mix(in srgb,var(--tone) 14%,var(--bg));border-color:color-mix(in srgb,var(--tone) 35%,var(--bg))}
.row.done .title,.row.dropped .title{color:var(--soft)}
.row.dropped .title{text-decoration:line-through}
.row.dropped .bar{opacity:.5}
.bar.goal{top:12px;height:8px;border-radius:4px}
.bar.goal .in{display:none}
.bar.launch{border-radius:11px}
.point{position:absolute;top:9px;width:14px;height:14px;margin-left:-7px;transform:rotate(45deg);border-radius:3px;border:1px solid color-mix(in srgb,var(--tone) 70%,var(--bg));background:color-mix(in srgb,var(--tone) 45%,var(--bg));box-sizing:border-box}
.when{position:absolute;line-height:32px;padding-left:14px;font-size:11px;color:var(--soft);white-space:nowrap}
.due{position:absolute;top:24px;height:3px;border-radius:2px;background:color-mix(in srgb,var(--tone) 55%,var(--bg))}
.due::after{content:"";position:absolute;right:2px;top:-4px;width:8px;height:8px;border-radius:2px;transform:rotate(45deg);background:var(--tone);border:1.5px solid var(--bg);box-sizing:content-box}
.note{position:absolute;top:0;line-height:32px;padding:0 8px;font-size:11px;white-space:nowrap;color:var(--warn-text)}
.note{top:7px;line-height:18px;margin:0 4px;padding:0 5px;border-radius:4px;background:var(--bg)}
.row.off-track .note{color:var(--bad-text)}
.no-time{position:absolute;left:8px;line-height:32px;font-size:11px;font-style:italic;color:var(--soft)}
.arrows{position:absolute;top:0;left:var(--names);right:0;pointer-events:none;z-index:2}
.arrows path{fill:none;stroke:var(--soft);stroke-width:1.5px;stroke-linejoin:round}
.arrows path.late{stroke:var(--bad);stroke-dasharray:5 3}
.arrows i{position:absolute;width:0;height:0;border:solid transparent;border-width:4px 0 4px 7px;border-left-color:var(--soft);transform:translate(-6px,-4px)}
.arrows i.late{border-left-color:var(--bad)}
.list{border-collapse:collapse;width:100%;font-size:13px}
.list th{text-align:left;font-weight:600}
.list thead th{font-size:11px;color:var(--soft);font-weight:500;padding:6px 12px;border-bottom:1px solid var(--line);white-space:nowrap;position:sticky;top:0;background:var(--bg)}
.list tbody th[colspan]{padding:14px 12px 6px}
.list td,.list tbody th[scope=row]{padding:6px 12px;border-bottom:1px solid var(--hair);vertical-align:top}
.list tbody th[scope=row]{font-weight:400}
.list .slip{color:var(--warn-text)}
.list .sign{margin-right:7px;vertical-align:-1px}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;margin:10px 2px 0;padding:0;list-style:none;font-size:11px;color:var(--soft)}
.legend li{display:flex;align-items:center;gap:6px}
.legend .draft,.kpi.draft{--tone:var(--soft)}
.legend .unknown,.kpi.unknown,.row-of.unknown{--tone:var(--none)}
.legend .done,.kpi.done,.row-of.done{--tone:var(--over)}
.row-of.draft,.row-of.dropped{--tone:var(--soft)}
.kpis th[scope=row]{min-width:200px}
.kpis td,.kpis tbody th[scope=row]{vertical-align:middle!important}
.kpi-title{display:flex;align-items:center;font-weight:500}
.list .about{color:var(--soft);font-size:11px;padding-left:19px;max-width:clamp(180px,20vw,340px);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.figures{white-space:nowrap;font-variant-numeric:tabular-nums;color:var(--soft)}
.figures b{color:var(--fg);font-weight:600}
.way{min-width:180px;white-space:nowrap}
.meter{display:inline-block;position:relative;width:130px;height:6px;border-radius:3px;background:color-mix(in srgb,var(--tone) 18%,var(--bg));vertical-align:middle}
.meter .full{position:absolute;inset:0 auto 0 0;border-radius:3px;background:var(--tone)}
.meter i{position:absolute;top:-3px;height:12px;border-left:2px solid var(--fg);margin-left:-1px}
.share{margin-left:10px;font-size:11px;color:var(--soft);font-variant-numeric:tabular-nums}
.reason{color:var(--soft);font-size:12px;min-width:180px;max-width:340px}
.off-track .reason{color:var(--bad-text)}
.at-risk .reason{color:var(--warn-text)}
.spark{display:block}
.spark path{fill:none}
.spark .line{stroke:var(--tone);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.spark .course{stroke:var(--soft);stroke-width:1;stroke-dasharray:3 3}
.spark .now{stroke:var(--line)}
.spark .goal{fill:var(--bg);stroke:var(--soft);stroke-width:1.5}
.spark .last{fill:var(--tone)}
.trace tbody th[scope=row]{padding-left:calc(12px + var(--level,0)*16px);min-width:300px}
.trace tbody .goal th[scope=row],.trace tbody .heading th[scope=row]{font-weight:600;padding-top:14px}
.trace .goal td{padding-top:14px}
.trace .measures{width:50%;min-width:240px}
.trace .goal .opener{font-weight:600}
.trace tbody .heading th[scope=row]{color:var(--soft)}
.matrix thead th{vertical-align:bottom}
.matrix .kpi-name{padding:8px 4px;width:38px}
.matrix .kpi-name span{writing-mode:vertical-rl;transform:rotate(180deg);max-height:150px;overflow:hidden;text-overflow:ellipsis;display:inline-block}
.dot{text-align:center;padding-left:4px!important;padding-right:4px!important}
.dot i{display:inline-block;width:9px;height:9px;border-radius:50%;border:2px solid var(--accent);box-sizing:border-box;vertical-align:middle}
.dot i.full{background:var(--accent)}
.list .gaps{padding-left:28px;width:99%}
.hole{display:inline-block;margin-right:6px;padding:0 8px;border-radius:9px;font-size:11px;line-height:18px;white-space:nowrap;color:var(--warn-text);background:color-mix(in srgb,var(--warn) 14%,var(--bg))}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.empty{padding:32px;color:var(--soft);text-align:center}
@media (forced-colors:active){
.bar,.due,.note,.grid i{forced-color-adjust:none}
.bar{background:Canvas;border-color:CanvasText}
.bar .part{background:Highlight;opacity:.5}
.due{background:CanvasText}
.note,.row.off-track .note{color:CanvasText}
.sign{fill:CanvasText}
.grid i{border-color:GrayText}
.grid i.today{border-color:Highlight}
}
`;
