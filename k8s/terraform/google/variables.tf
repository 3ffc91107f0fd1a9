variable "project" {
  description = "The Google Cloud project that everything is made in."
  type        = string
}

variable "region" {
  description = "Region of the network and the cluster."
  type        = string
  default     = "europe-west1"
}

variable "name" {
  description = "Name of the cluster, its network and the release."
  type        = string
  default     = "skillstream"
}

variable "values_files" {
  description = "Values for the chart, later ones win. With none the release brings its demo engines."
  type        = list(string)
  default     = []
}

variable "deletion_protection" {
  description = "Whether `terraform destroy` may not take the cluster away."
  type        = bool
  default     = true
}
