import { fileView, uploadFileInput } from "@erp/contracts/files";
import { uploadFile } from "@erp/domain/files/files.mutations";
import { permitted, router } from "./trpc";

export const filesRouter = router({
  upload: permitted("files:upload")
    .input(uploadFileInput)
    .output(fileView)
    .mutation(({ ctx, input }) => uploadFile(ctx.ctx, input)),
});
