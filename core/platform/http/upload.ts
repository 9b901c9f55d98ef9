import type { FastifyRequest } from 'fastify';
import { errors } from '../errors/index.ts';

const longestName = 200;

/**
 * The one file of an upload, field `file`. Throws UNSUPPORTED_MEDIA_TYPE, INVALID_REQUEST where there is no file, FILE_TOO_LARGE, and
 * MALFORMED_BODY for a form that ends before it says so, MALICIOUS_CODE and SCANNER_AWAY where a scanner is configured.
 */
export async function readUpload(request: FastifyRequest): Promise<{ name: string; content: Uint8Array }> {
  if (!request.isMultipart())
    throw errors.UNSUPPORTED_MEDIA_TYPE({
      detail: '请以 multipart/form-data 上传，文件字段名为 file。',
    });
  // Of who hung up before it is read no end would ever be heard.
  if (request.raw.destroyed) return refuseBroken(new Error('hung up'));
  const part = await request.file().catch(refuseBroken);
  if (!part) throw errors.INVALID_REQUEST({ errors: [{ path: '/file', message: '请选择文件' }] });
  const content = await part.toBuffer().catch(refuseBroken);
  if (part.file.truncated) throw errors.FILE_TOO_LARGE();
  const upload = { name: cleanName(part.filename), content };
  await request.server.uploads.admit(request.actor, upload);
  return upload;
}

function refuseBroken(error: Error & { code?: string; statusCode?: number }): never {
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') throw errors.FILE_TOO_LARGE();
  if (error.statusCode === undefined || error.statusCode >= 500)
    throw errors.MALFORMED_BODY({ detail: '上传没有传完，或格式不正确，请重新上传。' });
  throw error;
}

/** Without what cannot be seen, or turns round how the rest is read, so that `fdp.exe` does not pass for `exe.pdf`. */
function cleanName(name: string): string {
  const visible = name.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  return [...visible].slice(0, longestName).join('').trim();
}
