resource "aws_sagemaker_domain" "studio" {
  domain_name             = "${var.prefix}-studio"
  auth_mode               = "IAM"
  vpc_id                  = aws_vpc.studio.id
  subnet_ids              = aws_subnet.private[*].id
  app_network_access_type = "VpcOnly"
  kms_key_id              = aws_kms_key.data.key_id
  default_user_settings {
    execution_role  = aws_iam_role.team.arn
    security_groups = [aws_security_group.studio.id]
    sharing_settings {
      notebook_output_option = var.changed ? "Disabled" : "Allowed"
    }
  }
  retention_policy {
    home_efs_file_system = "Delete"
  }
}

resource "aws_sagemaker_user_profile" "analyst" {
  domain_id         = aws_sagemaker_domain.studio.id
  user_profile_name = "analyst-1"
  user_settings {
    execution_role  = aws_iam_role.team.arn
    security_groups = [aws_security_group.studio.id]
  }
  tags = { note = local.text }
}

resource "aws_sagemaker_notebook_instance" "churn" {
  name                   = "${var.prefix}-churn"
  role_arn               = aws_iam_role.team.arn
  instance_type          = var.changed ? "ml.t3.large" : "ml.t3.medium"
  volume_size            = var.changed ? 64 : 32
  platform_identifier    = "notebook-al2-v2"
  subnet_id              = aws_subnet.private[0].id
  security_groups        = [aws_security_group.studio.id]
  kms_key_id             = aws_kms_key.data.key_id
  direct_internet_access = "Disabled"
  root_access            = "Disabled"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
  tags = { note = local.text }
}
