import type { XmlElement } from '../../xml/index.ts';
import type { Check } from './context.ts';

/** Reports an operation that stands beside the one of the request, in the Body or elsewhere in the envelope. */
export function reportFurtherOperation(check: Check, { name, nameRange, local }: XmlElement, kept: XmlElement): void {
  const isAnswer = /Response(?:Message)?$/.test(local);
  const related = [{ ...kept.nameRange, message: 'The operation is here.' }];
  check.reporter.report('operation.repeated', nameRange, { name, ...(isAnswer && { isAnswer }) }, related);
}
