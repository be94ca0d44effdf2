import { levels, type MatrixReport } from '../../questions/matrix-report';
import type { Place } from '../../../diagnostics/diagnostic';
import type { Described, Details } from './page/details';

/** What the page's script shows for a cell. */
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
): readonly Described[] {
  return items.map(({ label, arn, place }) => [
    label,
    arn,
    place === undefined ? '' : `${place.file}:${place.line}`,
  ]);
}
