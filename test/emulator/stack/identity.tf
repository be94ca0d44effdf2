data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${local.account}:root"]
    }
    principals {
      type        = "Service"
      identifiers = ["glue.amazonaws.com", "sagemaker.amazonaws.com", "lakeformation.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "saml_trust" {
  statement {
    actions = ["sts:AssumeRoleWithSAML"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_saml_provider.corporate.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "SAML:aud"
      values   = ["https://signin.aws.amazon.com/saml"]
    }
  }
}

resource "aws_iam_saml_provider" "corporate" {
  name                   = "corporate"
  saml_metadata_document = file("${path.module}/saml-metadata.xml")
}

resource "aws_iam_role" "data_admin" {
  name               = "acme-data-admin"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "federated" {
  name                 = "acme-federated"
  path                 = "/people/"
  assume_role_policy   = data.aws_iam_policy_document.saml_trust.json
  permissions_boundary = aws_iam_policy.use_lake.arn
}

resource "aws_iam_policy" "use_lake" {
  name = "acme-use-lake"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "UseLake"
      Effect    = "Allow"
      Action    = ["s3:GetObject", "s3:ListBucket"]
      Resource  = [aws_s3_bucket.lake.arn, "${aws_s3_bucket.lake.arn}/home/$${aws:userid}/*"]
      Condition = { StringLike = { "aws:userId" = ["${aws_iam_role.data_admin.unique_id}:*"] } }
    }]
  })
}

data "aws_iam_role" "data_admin" {
  name = aws_iam_role.data_admin.name
}

data "aws_iam_roles" "ours" {
  name_regex = "terralake-sandbox-.*"
}

data "aws_iam_policy" "managed" {
  name = "AmazonAthenaFullAccess"
}

resource "aws_ssm_parameter" "long" {
  name  = "/acme/shared/long"
  type  = "String"
  tier  = "Advanced"
  value = join("", [for i in range(500) : "0123456789"])
}

