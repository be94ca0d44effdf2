import { levels, type MatrixReport } from '../../questions/matrix-report';
import type { Place } from '../../../diagnostics/diagnostic';

/** What the script shows for a cell. Reasons repeat a lot: each is a list of parts, and parts are kept once. */
export interface Details {
  /** Label, ARN, place. */
  readonly principals: readonly (readonly string[])[];
  readonly data: readonly (readonly string[])[];
  readonly parts: readonly string[];
  /** A reason: positions in `parts`, to be put together without anything between. */
  readonly reasons: readonly (readonly number[])[];
  /** By cell of the report, for each level: its position in `reasons`; -1 for none. */
  readonly cells: readonly (readonly number[])[];
}

/** See {@link Details}. */
export function detailsData(report: MatrixReport): Details {
  const parts = new Numbered();
  const reasons = new Numbered();
  const cells = report.cells.map((cell) =>
    levels.map((level) => {
      const reason = cell.reasons[level];
      return reason === undefined ? -1 : reasons.position(reason);
    }),
  );
  const inParts = reasons.all.map((reason) => reason.split(/(?<=[;,] )/).map((part) => parts.position(part)));
  return {
    principals: described(report.principals),
    data: described(report.data),
    parts: parts.all,
    reasons: inParts,
    cells,
  };
}

/** Each text once, with its position. */
class Numbered {
  private readonly positions = new Map<string, number>();

  position(text: string): number {
    const position = this.positions.get(text) ?? this.positions.size;
    this.positions.set(text, position);
    return position;
  }

  get all(): readonly string[] {
    return [...this.positions.keys()];
  }
}

function described(
  items: readonly { readonly label: string; readonly arn: string; readonly place: Place | undefined }[],
): readonly (readonly string[])[] {
  return items.map(({ label, arn, place }) => [
    label,
    arn,
    place === undefined ? '' : `${place.file}:${place.line}`,
  ]);
}
