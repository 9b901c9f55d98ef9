import type { FastifyRequest } from 'fastify';
import { errors } from '../errors/index.ts';

/** The one file of an upload, field `file`. */
export async function readUpload(request: FastifyRequest): Promise<{ name: string; content: Uint8Array }> {
  if (!request.isMultipart())
    throw errors.UNSUPPORTED_MEDIA_TYPE({
      detail: '请以 multipart/form-data 上传，文件字段名为 file。',
    });
  const part = await request.file();
  if (!part) throw errors.INVALID_REQUEST({ errors: [{ path: '/file', message: '请选择文件' }] });
  const content = await part.toBuffer().catch(() => {
    throw errors.FILE_TOO_LARGE();
  });
  if (part.file.truncated) throw errors.FILE_TOO_LARGE();
  return { name: part.filename, content };
}
