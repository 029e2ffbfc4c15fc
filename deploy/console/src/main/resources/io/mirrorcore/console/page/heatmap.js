// Positions as a map of colours: symbols down, strategies across. A canvas draws only the rows in
// sight, and of those only the cells that changed: 500 x 19 cells stay readable at 1,000 changes a second.

const ROW = 20;
const HEAD = 150;
const FONT = '12px Arial, Liberation Sans, sans-serif';

export class Heatmap {
  /**
   * @param parts box (focusable), canvas, scroller and spacer of the page
   * @param cellOf what there is at (symbol, strategy): {position, old} or undefined
   * @param nameOf what a strategy is called above its column
   */
  constructor({ box, canvas, scroller, spacer }, cellOf, nameOf) {
    Object.assign(this, { box, canvas, scroller, spacer, cellOf, nameOf });
    this.symbols = [];
    this.strategies = [];
    this.at = { row: 0, column: 0 };
    this.dirty = new Set();
    this.asked = 0;
    this.drawnCells = 0;
    scroller.addEventListener('scroll', () => this.redraw());
    new ResizeObserver(() => this.redraw()).observe(box);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.redraw());
    box.addEventListener('focus', () => this.redraw());
    box.addEventListener('blur', () => this.redraw());
  }

  /** Other rows or columns. The cell in hand stays in hand where it is still there. */
  show(symbols, strategies) {
    const symbol = this.symbols[this.at.row];
    const strategy = this.strategies[this.at.column];
    this.symbols = symbols;
    this.strategies = strategies;
    this.at.row = Math.max(0, symbols.indexOf(symbol));
    this.at.column = Math.max(0, strategies.indexOf(strategy));
    this.spacer.style.height = `${HEAD + ROW * symbols.length + 2}px`;
    this.box.style.height = `${Math.min(HEAD + ROW * Math.max(1, symbols.length) + 4, 560)}px`;
    this.redraw();
  }

  changed(symbol, strategy) {
    this.dirty.add(`${symbol}\n${strategy}`);
    this.later();
  }

  redraw() {
    this.dirty = null;
    this.later();
  }

  later() {
    this.asked = this.asked || requestAnimationFrame(() => {
      this.asked = 0;
      this.draw();
    });
  }

  draw() {
    const dirty = this.dirty;
    this.dirty = new Set();
    this.measure();
    const { context } = this;
    this.drawnCells = 0;
    if (dirty === null) {
      context.clearRect(0, 0, this.width, this.height);
      this.drawHeads();
    }
    const [first, after] = this.rowsInSight();
    context.save();
    context.beginPath();
    context.rect(0, HEAD, this.width, this.height - HEAD);
    context.clip();
    for (let row = first; row < after; row++) {
      if (dirty === null) {
        this.drawName(row);
      }
      this.strategies.forEach((strategy, column) => {
        if (dirty === null || dirty.has(`${this.symbols[row]}\n${strategy}`)) {
          this.drawCell(row, column);
        }
      });
    }
    this.drawCursor();
    context.restore();
  }

  /** Colours and sizes, read anew: they change with the scheme and the window. */
  measure() {
    const width = this.box.clientWidth;
    const height = this.box.clientHeight;
    const ratio = window.devicePixelRatio || 1;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
      this.dirty = new Set();
    }
    this.context = this.canvas.getContext('2d');
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.width = width;
    this.height = height;
    this.names = width < 600 ? 66 : 104;
    this.cellWidth = (width - this.names - 14) / Math.max(1, this.strategies.length);
    this.paint = Object.fromEntries(['ink', 'soft', 'paper', 'wash', 'rule', 'above', 'below', 'ensemble'].map((name) => [name, colour(`--${name}`)]));
  }

  rowsInSight() {
    const top = this.scroller.scrollTop;
    return [Math.floor(top / ROW), Math.min(this.symbols.length, Math.ceil((top + this.height - HEAD) / ROW))];
  }

  top(row) {
    return HEAD + ROW * row - this.scroller.scrollTop;
  }

  drawHeads() {
    const { context, paint } = this;
    context.font = FONT;
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    this.strategies.forEach((strategy, column) => {
      context.save();
      context.translate(this.names + (column + 0.5) * this.cellWidth, HEAD - 6);
      context.rotate(-Math.PI / 2);
      context.fillStyle = column === this.at.column ? paint.ink : paint.soft;
      context.fillText(this.nameOf(strategy), 0, 0, HEAD - 10);
      context.restore();
    });
  }

  drawName(row) {
    const { context, paint } = this;
    context.font = FONT;
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.fillStyle = row === this.at.row ? paint.ink : paint.soft;
    context.fillText(this.fitted(this.symbols[row]), 6, this.top(row) + ROW / 2);
  }

  /** A long name loses its end, not its legibility. */
  fitted(name) {
    const room = this.names - 10;
    if (this.context.measureText(name).width <= room) {
      return name;
    }
    let length = Math.min(name.length, 40);
    while (length > 1 && this.context.measureText(`${name.slice(0, length)}…`).width > room) {
      length--;
    }
    return `${name.slice(0, length)}…`;
  }

  drawCell(row, column) {
    const { context, paint, cellWidth } = this;
    const x = this.names + column * cellWidth;
    const y = this.top(row);
    const cell = this.cellOf(this.symbols[row], this.strategies[column]);
    this.drawnCells++;
    context.clearRect(x, y, cellWidth, ROW);
    context.fillStyle = cell ? paint.wash : paint.paper;
    context.fillRect(x + 0.5, y + 0.5, cellWidth - 1, ROW - 1);
    if (!cell) {
      return;
    }
    const size = Math.min(1, Math.abs(cell.position));
    if (size > 0) {
      context.fillStyle = `rgb(${cell.position > 0 ? paint.above : paint.below} / ${(0.18 + 0.62 * size).toFixed(3)})`;
      context.fillRect(x + 0.5, y + 0.5, cellWidth - 1, ROW - 1);
    }
    if (cell.old) {
      this.hatch(x, y);
    }
    this.sign(cell.position, x + cellWidth / 2, y + ROW / 2);
  }

  /** The position's sign, for those who do not tell the colours apart. */
  sign(position, x, y) {
    const { context, paint } = this;
    context.fillStyle = position === 0 ? paint.soft : paint.ink;
    context.font = position === 0 ? '10px Arial, sans-serif' : 'bold 13px Arial, Liberation Sans, sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(position > 0 ? '+' : position < 0 ? MINUS : '·', x, y + 1);
  }

  hatch(x, y) {
    const { context, paint, cellWidth } = this;
    context.save();
    context.beginPath();
    context.rect(x + 0.5, y + 0.5, cellWidth - 1, ROW - 1);
    context.clip();
    context.strokeStyle = paint.soft;
    context.globalAlpha = 0.45;
    context.beginPath();
    for (let at = x - ROW; at < x + cellWidth; at += 6) {
      context.moveTo(at, y + ROW);
      context.lineTo(at + ROW, y);
    }
    context.stroke();
    context.restore();
  }

  drawCursor() {
    if (document.activeElement !== this.box || this.symbols.length === 0) {
      return;
    }
    this.context.strokeStyle = this.paint.ink;
    this.context.lineWidth = 2;
    this.context.strokeRect(this.names + this.at.column * this.cellWidth + 1, this.top(this.at.row) + 1, this.cellWidth - 2, ROW - 2);
  }

  /** Moves the cell in hand and scrolls it into sight. */
  moveTo(row, column) {
    this.at.row = Math.min(Math.max(0, row), Math.max(0, this.symbols.length - 1));
    this.at.column = Math.min(Math.max(0, column), Math.max(0, this.strategies.length - 1));
    const above = ROW * this.at.row - this.scroller.scrollTop;
    const room = this.box.clientHeight - HEAD - ROW - 4;
    if (above < 0 || above > room) {
      this.scroller.scrollTop += above < 0 ? above : above - room;
    }
    this.redraw();
  }

  /** The cell at a point of the page, or null. */
  cellAt(clientX, clientY) {
    const edge = this.box.getBoundingClientRect();
    const column = Math.floor((clientX - edge.left - 1 - this.names) / this.cellWidth);
    const below = clientY - edge.top - 1 - HEAD;
    const row = Math.floor((below + this.scroller.scrollTop) / ROW);
    const inside = below >= 0 && column >= 0 && column < this.strategies.length && row < this.symbols.length;
    return inside ? { row, column } : null;
  }

  get cell() {
    return { symbol: this.symbols[this.at.row], strategy: this.strategies[this.at.column] };
  }
}
