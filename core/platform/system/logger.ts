import { type Logger, pino } from 'pino';

export type { Logger };

/** JSON lines on standard error; identity numbers and secrets never reach it. */
export function makeLogger(level: string): Logger {
  return pino(
    {
      level,
      base: {},
      redact: {
        paths: ['password', '*.password', '*.idNumber', 'req.headers.authorization', 'req.headers.cookie'],
        censor: '[已隐去]',
      },
    },
    pino.destination(2),
  );
}
