import Fastify from 'fastify';

/** The least that can be started and asked: what a start cannot be quicker than. */
const app = Fastify();
app.get('/health/live', () => ({ status: 'ok' }));
process.once('SIGTERM', () => process.exit(0));
process.stdout.write(`ready ${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
