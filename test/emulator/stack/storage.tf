resource "aws_s3_bucket" "logs" {
  bucket        = "acme-logs"
  force_destroy = true
}

resource "aws_s3_bucket" "lake" {
  bucket        = "acme-shared-lake"
  force_destroy = true
}

resource "aws_s3_bucket_cors_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  cors_rule {
    id              = "studio"
    allowed_headers = ["*"]
    allowed_methods = ["GET", "PUT"]
    allowed_origins = ["https://*.sagemaker.aws"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3600
  }
}

resource "aws_s3_bucket_notification" "lake" {
  bucket      = aws_s3_bucket.lake.id
  eventbridge = true
}

resource "aws_s3_bucket_inventory" "lake" {
  bucket                   = aws_s3_bucket.lake.id
  name                     = "daily"
  included_object_versions = "Current"
  optional_fields          = ["Size", "LastModifiedDate", "StorageClass", "EncryptionStatus"]
  schedule {
    frequency = "Daily"
  }
  filter {
    prefix = "data/"
  }
  destination {
    bucket {
      format     = "Parquet"
      bucket_arn = aws_s3_bucket.logs.arn
      account_id = local.account
      prefix     = "inventory/"
      encryption {
        sse_s3 {}
      }
    }
  }
}

resource "aws_s3_object" "script" {
  bucket  = aws_s3_bucket.lake.id
  key     = "deployment/script.py"
  content = "print('hello')\n"
}

resource "aws_s3control_storage_lens_configuration" "account" {
  config_id = "acme-lens"
  storage_lens_configuration {
    enabled = true
    account_level {
      bucket_level {}
    }
    data_export {
      s3_bucket_destination {
        account_id            = local.account
        arn                   = aws_s3_bucket.logs.arn
        format                = "CSV"
        output_schema_version = "V_1"
        prefix                = "lens"
      }
    }
  }
}
