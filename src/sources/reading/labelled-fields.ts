/**
 * Fields of which the label is an element of its own and the value the element after it:
 * `<td>Автор</td><td>…</td>`, `<dt>Описание:</dt><dd>…</dd>`, `<div class="field-label">…</div><div>…</div>`.
 */
import { nextElement, type PageElement } from './page-elements.ts';
import { shortTextOf } from './short-text.ts';
import { line } from './text.ts';

/** No page has more; fields within fields within fields would each be read again. */
const mostFields = 100;

export type LabelledField = {
  /** Without the colon at its end. */
  name: string;
  label: PageElement;
  value: PageElement;
};

/** The fields with these labels; a label without a value after it is none. */
export function labelledFields(labels: PageElement[]): LabelledField[] {
  return labels.slice(0, mostFields).flatMap((label) => {
    const value = nextElement(label);
    return value ? [{ name: line(shortTextOf([label]), 100).replace(/\s*:$/, ''), label, value }] : [];
  });
}

/** The first field of a name. */
export const fieldNamed = (fields: LabelledField[], name: string): LabelledField | undefined =>
  fields.find((field) => field.name === name);
