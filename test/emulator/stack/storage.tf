resource "aws_kms_key" "lake" {
  description         = "Lake data"
  enable_key_rotation = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Account"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${local.account}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        Sid       = "DataAdmin"
        Effect    = "Allow"
        Principal = { AWS = aws_iam_role.data_admin.arn }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_alias" "lake" {
  name          = "alias/acme-lake"
  target_key_id = aws_kms_key.lake.key_id
}

resource "aws_s3_bucket" "logs" {
  bucket        = "acme-logs"
  force_destroy = true
}

resource "aws_s3_bucket" "lake" {
  bucket        = "acme-shared-lake"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "lake" {
  bucket = aws_s3_bucket.lake.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    bucket_key_enabled = true
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.lake.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "lake" {
  bucket                  = aws_s3_bucket.lake.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "lake" {
  bucket = aws_s3_bucket.lake.id
  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_policy" "lake" {
  bucket = aws_s3_bucket.lake.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "ForceTls"
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.lake.arn, "${aws_s3_bucket.lake.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
  depends_on = [aws_s3_bucket_public_access_block.lake, aws_s3_bucket_ownership_controls.lake]
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  bucket     = aws_s3_bucket.lake.id
  depends_on = [aws_s3_bucket_versioning.lake]

  rule {
    id     = "archive"
    status = "Enabled"
    filter {
      and {
        prefix                   = "data/"
        object_size_greater_than = 1024
        object_size_less_than    = 1073741824
      }
    }
    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }
    transition {
      days          = 90
      storage_class = "GLACIER"
    }
    expiration {
      days = 365
    }
    noncurrent_version_transition {
      noncurrent_days           = 30
      newer_noncurrent_versions = 3
      storage_class             = "STANDARD_IA"
    }
    noncurrent_version_expiration {
      noncurrent_days           = 90
      newer_noncurrent_versions = 3
    }
  }

  rule {
    id     = "uploads"
    status = "Enabled"
    filter {
      prefix = ""
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  rule {
    id     = "markers"
    status = "Enabled"
    filter {
      prefix = "temp/"
    }
    expiration {
      expired_object_delete_marker = true
    }
  }
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
  bucket  = aws_s3_bucket_policy.lake.bucket
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
