import type { XmlElement } from '../../xml/index.ts';
import { isAnswer } from '../request.ts';
import type { Check } from './context.ts';

/** Reports an operation that stands beside the one of the request, in the Body or elsewhere in the envelope. */
export function reportFurtherOperation(check: Check, operation: XmlElement, kept: XmlElement): void {
  const { name, nameRange } = operation;
  const ofAnswer = isAnswer(operation, check.request.header);
  const related = [{ ...kept.nameRange, message: 'The operation is here.' }];
  check.reporter.report('operation.repeated', nameRange, { name, ...(ofAnswer && { isAnswer: ofAnswer }) }, related);
}
