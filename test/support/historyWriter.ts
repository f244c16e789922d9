import { HistoryFiles } from '../../src/editor/views/historyFiles.ts';
import { addExchange, emptyHistory } from '../../src/history/index.ts';
import { success } from './exchanges.ts';

/**
 * A window of its own: stores exchanges in a folder, as many as the arguments say and each with an answer of so many
 * characters, and says each id on its standard output as soon as it is stored.
 */
const [folder = '', name = '', count = '0', length = '0'] = process.argv.slice(2);
const files = new HistoryFiles(folder);
for (let index = 0; index < Number(count); index += 1) {
  const id = `${name}-${index}`;
  const [entry] = addExchange(emptyHistory, {
    ...success,
    id,
    startedAt: new Date(Date.UTC(2026, 0, 1) + index).toISOString(),
    request: { ...success.request, text: name.repeat(Number(length)) },
  });
  if (entry) await files.write(entry);
  process.stdout.write(`${id}\n`);
}
