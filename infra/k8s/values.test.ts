import { expect, it } from "vitest";
import { stackNames } from "../aws/parts/stack";
import { exampleValues } from "../testing/cluster-values";
import { synthesize } from "../testing/synthesized";
import { clusterValues } from "./values";

it("everything the manifests want from Terraform is an output of a stack", () => {
  const { stacks } = synthesize("dev");
  const outputs = stackNames.flatMap((stack) => Object.keys(stacks[stack].output ?? {}));
  const wanted = Object.keys(clusterValues.shape).filter((name) => name !== "images");
  expect(outputs).toEqual(expect.arrayContaining(wanted));
});

it("an image without a digest is refused", () => {
  const images = {
    ...exampleValues.images,
    web: "111122223333.dkr.ecr.ap-northeast-2.amazonaws.com/erp-dev/web:latest",
  };
  expect(() => clusterValues.parse({ ...exampleValues, images })).toThrow("digest");
});
