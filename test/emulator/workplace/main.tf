terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region              = "us-east-1"
  allowed_account_ids = ["123456789012"]
  default_tags {
    tags = { Team = "FinancesAdmin" }
  }
}

provider "aws" {
  alias               = "other"
  region              = "eu-west-1"
  allowed_account_ids = ["222222222222"]
  assume_role {
    role_arn = "arn:aws:iam::222222222222:role/terralake-deploy"
  }
  default_tags {
    tags = { Team = "DataScience" }
  }
}

# One change of everything that can change in place.
variable "changed" {
  type    = bool
  default = false
}

module "home" {
  source    = "./environment"
  prefix    = "fin"
  existing  = "reporting"
  changed   = var.changed
  deployers = []
}

module "other" {
  source    = "./environment"
  providers = { aws = aws.other }
  prefix    = "sci"
  existing  = "reporting"
  changed   = var.changed
  deployers = ["arn:aws:iam::222222222222:role/terralake-deploy"]
}
