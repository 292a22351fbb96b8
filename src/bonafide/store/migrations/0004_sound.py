
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0003_inbox'),
    ]

    operations = [
        migrations.AddField(
            model_name='attempt',
            name='sound',
            field=models.JSONField(null=True),
        ),
    ]
