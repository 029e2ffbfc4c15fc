// What the chart of weights has above its areas: the band of regimes and a mark for each decision.

const BAND = 10;
const MARKS = 14;

/** Closer together than this, triangles would be a saw: strokes take their place. */
const ROOM = 11;

/** Room above the areas, in CSS pixels. */
export const MARGIN = BAND + MARKS + 4;

const APPLIED = new Set(['INITIAL', 'REBALANCED', 'PARTIAL', 'WARMUP']);

/**
 * Draws them into the margin above the plot.
 *
 * @param rows the weights records in sight: {time, regime, decision}
 */
export function drawMarks(chart, rows) {
  const { ctx, bbox } = chart;
  const ratio = uPlot.pxRatio;
  const paints = palette();
  const dense = rows.length > 1 && chart.bbox.width / inSight(chart, rows) < ROOM * ratio;
  const top = bbox.top - MARGIN * ratio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, top, bbox.width, MARGIN * ratio);
  ctx.clip();
  rows.forEach((row, i) => {
    const from = chart.valToPos(row.time, 'x', true);
    const to = i + 1 < rows.length ? chart.valToPos(rows[i + 1].time, 'x', true) : bbox.left + bbox.width;
    if (to < bbox.left || from > bbox.left + bbox.width) {
      return;
    }
    if (paints[row.regime]) {
      ctx.fillStyle = paints[row.regime];
      ctx.fillRect(from, top, Math.max(1, to - from), BAND * ratio);
    }
    ctx.fillStyle = APPLIED.has(row.decision) ? paints.applied : paints.held;
    drawMark(ctx, row.decision, from, top + (BAND + 3) * ratio, dense ? 0 : ratio, ratio);
  });
  ctx.restore();
}

/** Asked for once a drawing: there may be thousands of marks. */
function palette() {
  const regimes = Object.entries(REGIME_VARIABLES).map(([regime, variable]) => [regime, colour(variable)]);
  return { ...Object.fromEntries(regimes), applied: colour('--ink'), held: colour('--soft') };
}

const inSight = ({ scales: { x } }, rows) => Math.max(1, rows.filter(({ time }) => time >= x.min && time <= x.max).length);

/** Applied: a filled triangle, or a long stroke where they are dense. Held: a short stroke. */
function drawMark(ctx, decision, x, y, width, ratio) {
  const applied = APPLIED.has(decision);
  if (!applied || width === 0) {
    ctx.fillRect(x - 0.5 * ratio, y, ratio, (applied ? 10 : 4) * ratio);
    return;
  }
  ctx.beginPath();
  ctx.moveTo(x - 4.5 * width, y);
  ctx.lineTo(x + 4.5 * width, y);
  ctx.lineTo(x, y + 9 * width);
  ctx.fill();
}
