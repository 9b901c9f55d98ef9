import { loadConfig } from '@hengchan/platform';
import { describeAccounts } from './accounts.ts';
import { runCommand, say } from './output.ts';
import { type Program, startProgram } from './programs.ts';
import { buildWeb } from './web-build.ts';

/**
 * `hengchan start`: builds the pages, starts the server and, in the demonstration, the stand-ins of the other departments.
 * Ends when the server ends, with its exit code; a signal is passed on and everything is waited for
 * (SIGHUP goes to the server alone: its processes are replaced one after the other).
 */
async function start(): Promise<number> {
  const config = loadConfig(process.env);
  buildWeb(say);
  const programs: Program[] = [];
  const demonstration = config.mode === 'demo';
  let others = Promise.resolve();
  if (demonstration) {
    const folders = ['--data', `${config.dataFolder}/outside`, '--exchange', `${config.dataFolder}/exchange`];
    const outside = startProgram(new URL('../../outside/main.ts', import.meta.url), folders);
    programs.push(outside);
    others = Promise.race([outside.ready, outside.ended]).then(() => undefined);
  }
  const server = startProgram(new URL('../main.ts', import.meta.url), ['serve']);
  programs.push(server);
  void Promise.all([server.ready, others]).then(([address]) => welcome(address, demonstration));
  const stop = () => {
    for (const program of programs) program.stop();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', server.renew);
  const code = await server.ended;
  stop();
  await Promise.all(programs.map((program) => program.ended));
  return code;
}

/** Says where the product is, once it and those it talks to answer. */
async function welcome(address: string, demonstration: boolean): Promise<void> {
  if (demonstration) {
    say('演示模式：数据均为虚构，不得用于真实登记 · demonstration, all data invented');
    const unknown = () => ['演示账号暂时无法取得，见 /api/demo/accounts'];
    for (const line of await describeAccounts(address).catch(unknown)) say(line);
  }
  say(`ready ${address}`);
}

await runCommand(start);
