/** A real table with a name, in a region that scrolls sideways by keyboard too when the screen is narrow. */
import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

export type Column = {
  head: string;
  number?: boolean;
  /** For a column of buttons: the head is read out, not shown. */
  hidden?: boolean;
  /** What the head means, on hover. */
  hint?: string;
};

type Props = { label: string; columns: readonly Column[]; minWidth?: number; hover?: boolean; children: ReactNode };

export function DataTable({ label, columns, minWidth, hover, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      <Table highlightOnHover={hover ?? false} miw={minWidth ?? 0} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th
                key={column.head}
                scope="col"
                title={column.hint}
                className={column.number ? 'number' : undefined}
              >
                {column.hidden ? <VisuallyHidden>{column.head}</VisuallyHidden> : column.head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}

export function NumberCell({ children }: { children: ReactNode }) {
  return <Table.Td className="number">{children}</Table.Td>;
}
