'use strict';

/* Draws the trend of an escalation: readings, target, what the rule compared with, and the moments that matter. */
(() => {
  const DAY = 86_400_000;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const dates = (zone, year) => new Intl.DateTimeFormat('en-GB', {
    day: 'numeric', month: 'short', timeZone: zone, ...(year ? { year: 'numeric' } : {}),
  });

  /* Vertical lines with a label each; labels that would touch move down a row. */
  const marks = list => ({
    id: 'marks',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales: { x } } = chart;
      const taken = [];
      ctx.save();
      ctx.font = '600 11px system-ui, sans-serif';
      for (const mark of list) {
        const at = x.getPixelForValue(mark.at);
        if (at < area.left - 1 || at > area.right + 1) continue;
        const strong = mark.kind === 'raised';
        ctx.strokeStyle = strong ? colour('--chart-baseline') : colour('--chart-reading');
        ctx.lineWidth = strong ? 1.5 : 1;
        ctx.setLineDash(mark.kind === 'plan' ? [] : [3, 3]);
        const width = ctx.measureText(mark.label).width + 10;
        const left = Math.min(Math.max(at - width / 2, area.left), area.right - width);
        let row = 0;
        while (taken.some(t => t.row === row && left < t.right && left + width > t.left)) row++;
        taken.push({ row, left, right: left + width });
        const top = area.top - 40 + row * 19;
        ctx.beginPath();
        ctx.moveTo(at, top + 16);
        ctx.lineTo(at, area.bottom);
        ctx.stroke();
        ctx.setLineDash([]);
        ctx.fillStyle = colour('--sunken');
        ctx.beginPath();
        ctx.roundRect(left, top, width, 16, 5);
        ctx.fill();
        ctx.fillStyle = strong ? colour('--chart-baseline') : colour('--muted');
        ctx.textBaseline = 'middle';
        ctx.textAlign = 'center';
        ctx.fillText(mark.label, left + width / 2, top + 8.5);
      }
      ctx.restore();
    },
  });

  const level = (label, value, from, to, name, dash) => ({
    label,
    data: [{ x: from, y: value }, { x: to, y: value }],
    borderColor: colour(name),
    borderWidth: 2,
    borderDash: dash,
    pointRadius: 0,
    pointHitRadius: 0,
  });

  const bounds = trend => {
    const values = trend.readings.map(r => r.value).concat([trend.target, trend.baseline].filter(v => v !== null));
    const low = Math.min(...values), high = Math.max(...values);
    const room = Math.max((high - low) * 0.15, 1);
    const { minimum, maximum } = trend.range ?? { minimum: low - room, maximum: high + room };
    // A short scale is shown whole; on a long one a small change would vanish.
    return maximum - minimum <= 12
      ? { min: minimum, max: maximum }
      : { suggestedMin: Math.max(minimum, low - room), suggestedMax: Math.min(maximum, high + room) };
  };

  const draw = canvas => {
    const trend = JSON.parse(canvas.dataset.trend);
    const moments = trend.readings.map(r => r.at).concat(trend.marks.map(m => m.at));
    const from = Math.min(...moments) - 3 * DAY, to = Math.max(...moments) + 3 * DAY;
    const short = dates(trend.zone, false), long = dates(trend.zone, true);
    const datasets = [{
      label: trend.measure,
      data: trend.readings.map(r => ({ x: r.at, y: r.value })),
      borderColor: colour('--chart-reading'),
      borderWidth: 1.5,
      pointRadius: trend.readings.map(r => (r.used ? 5 : 4)),
      pointHoverRadius: 7,
      pointBorderWidth: 2,
      pointBorderColor: trend.readings.map(r => colour(r.used ? '--chart-used' : '--chart-reading')),
      pointBackgroundColor: trend.readings.map(r => colour(r.used ? '--chart-used' : '--surface')),
      clip: false,
    }];
    if (trend.target !== null) datasets.push(level('Target', trend.target, from, to, '--chart-target', [7, 5]));
    if (trend.baseline !== null) datasets.push(level('Compared with', trend.baseline, from, to, '--chart-baseline', [2, 4]));
    const ticks = { color: colour('--muted'), font: { size: 12 } };
    return new Chart(canvas, {
      type: 'line',
      data: { datasets },
      plugins: [marks(trend.marks)],
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        layout: { padding: { top: 44, right: 8 } },
        scales: {
          x: {
            type: 'linear', min: from, max: to,
            grid: { display: false },
            border: { color: colour('--line') },
            ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 20, callback: value => short.format(value) },
            afterBuildTicks: axis => {
              const weeks = Math.max(1, Math.ceil((to - from) / (7 * DAY) / Math.max(2, Math.floor(axis.width / 90))));
              axis.ticks = [];
              for (let at = moments[0]; at <= to; at += weeks * 7 * DAY) axis.ticks.push({ value: at });
            },
          },
          y: {
            ...bounds(trend),
            grid: { color: colour('--line') },
            border: { display: false },
            ticks: { ...ticks, maxTicksLimit: 7 },
          },
        },
        plugins: {
          legend: { display: false },
          tooltip: {
            displayColors: false,
            filter: item => item.datasetIndex === 0,
            callbacks: {
              title: items => (items.length ? long.format(items[0].parsed.x) : ''),
              label: item => `${trend.measure} ${item.parsed.y}`,
            },
          },
        },
      },
    });
  };

  const all = () => [...document.querySelectorAll('canvas[data-trend]')];
  let charts = all().map(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    charts.forEach(chart => chart.destroy());
    charts = all().map(draw);
  });
})();
