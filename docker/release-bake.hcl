# What release.yml does: all images for amd64 and arm64, over bases by digest, with provenance and an SBOM, pushed.
#   docker buildx bake -f docker/docker-bake.hcl -f docker/release-bake.hcl release
# A file of its own, since a variable's validation holds for every target of the files that are named.
variable "REGISTRY" {
  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9./:_-]+/$", REGISTRY))
    error_message = "REGISTRY is where to push, with a slash at its end."
  }
}
variable "TAG" {
  validation {
    condition     = can(regex("^[0-9]+[.][0-9]+[.][0-9]+(-[0-9A-Za-z.-]+)?$", TAG))
    error_message = "TAG is the version of a release, like 1.2.3: never dev."
  }
}
variable "REVISION" {
  validation {
    condition     = can(regex("^[0-9a-f]{40}$", REVISION))
    error_message = "REVISION is the commit of the release."
  }
}
# Where the sources are: nobody but who releases knows it.
variable "SOURCE" {
  default = ""
  validation {
    condition     = can(regex("^https://[^ ]+$", SOURCE))
    error_message = "SOURCE is the address of the sources, by https."
  }
}
# scripts/base-images.ts asks the registries for the digests.
variable "BUILD_IMAGE" {
  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", BUILD_IMAGE))
    error_message = "BUILD_IMAGE has no digest: node scripts/base-images.ts prints it."
  }
}
variable "RUN_IMAGE" {
  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", RUN_IMAGE))
    error_message = "RUN_IMAGE has no digest: node scripts/base-images.ts prints it."
  }
}
variable "SYNTAX_IMAGE" {
  default = ""
  validation {
    condition     = can(regex("@sha256:[0-9a-f]{64}$", SYNTAX_IMAGE))
    error_message = "SYNTAX_IMAGE has no digest: node scripts/base-images.ts prints it."
  }
}

group "release" { targets = ["multi", "cli-multi"] }

target "released" {
  platforms = ["linux/amd64", "linux/arm64"]
  output    = ["type=registry"]
  attest    = ["type=provenance,mode=max", "type=sbom"]
  # What reads the Dockerfile is an image, too.
  args = { BUILDKIT_SYNTAX = SYNTAX_IMAGE }
  labels = {
    "org.opencontainers.image.source"        = SOURCE
    "org.opencontainers.image.url"           = SOURCE
    "org.opencontainers.image.documentation" = "${SOURCE}/tree/${REVISION}/docker/README.md"
    "org.opencontainers.image.base.name"     = split("@", RUN_IMAGE)[0]
    "org.opencontainers.image.base.digest"   = split("@", RUN_IMAGE)[1]
  }
}

target "multi" {
  name     = "${service}-multi"
  matrix   = { service = ["ingestion", "tagging", "analytics", "gateway"] }
  inherits = [service, "released"]
}

target "cli-multi" { inherits = ["cli", "released"] }
