import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run by naming every test that was skipped, and why. */
export default class SkipReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map((test) => {
        const result = test.result();
        const reason = result.state === 'skipped' ? result.note : undefined;
        return ` ↓ ${module.relativeModuleId} > ${test.fullName}: ${reason ?? 'no reason given'}\n`;
      }),
    );
    if (skipped.length > 0) process.stdout.write(`\nSkipped\n${skipped.join('')}`);
  }
}
