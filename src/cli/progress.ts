/** Where progress is shown: a terminal redraws one line, anything else gets a line now and then. */
export interface ProgressOutput {
  readonly isTerminal: boolean;
  readonly write: (text: string) => void;
}

const WIDTH = 24;
/** Without a terminal, a line for each quarter. */
const STEPS = 4;

/** Shows how far something is. */
export interface Progress {
  /** @param total null where it is not known */
  show(done: number, total: number | null): void;
  end(): void;
}

/**
 * A progress bar.
 * @param what what is being done, such as "Fetching"
 * @param amount how an amount is written, such as "7.2 MB"
 */
export function progressBar(
  what: string,
  amount: (value: number) => string,
  output: ProgressOutput,
): Progress {
  let shown = '';
  const line = (done: number, total: number | null): string => {
    if (total === null || total === 0) return `${what}: ${amount(done)}`;
    const share = Math.min(1, done / total);
    const filled = Math.round(share * WIDTH);
    const bar = `${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}`;
    return `${what}: [${bar}] ${Math.floor(share * 100)}%, ${amount(done)} of ${amount(total)}`;
  };
  return {
    show(done, total) {
      const text = line(done, total);
      const step = total === null ? '' : `${Math.floor((done / total) * STEPS)}`;
      if (output.isTerminal ? text === shown : step === shown) return;
      output.write(output.isTerminal ? `\r\x1b[2K${text}` : `${text}\n`);
      shown = output.isTerminal ? text : step;
    },
    end() {
      if (output.isTerminal && shown !== '') output.write('\n');
    },
  };
}

/** "7.2 MB" */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
